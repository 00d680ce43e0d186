import { ArrowLeft } from 'lucide-react';
import { type CSSProperties, useEffect, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { RecognitionFailure } from '../../../contract/failure';
import { toGray } from '../../../imaging/luminance';
import { pageCorners } from '../../../imaging/page-corners';
import { t } from '../../base/i18n/i18n';
import { localFailureWords } from '../../base/i18n/local-failure';
import { FailureSheet } from '../../parts/page/failure-sheet';
import { usePageTitle } from '../../parts/page/use-page-title';
import { useDisplayable } from '../../parts/picture/use-displayable';
import { type OpenedPicture, openPicture } from '../../work/queue/open-picture';
import { useServices } from '../../work/session/services';
import { CornerHandles } from './corner-handles';
import { CropControls } from './crop-controls';
import styles from './crop-page.module.css';
import { partFile } from './draw-part';
import { PartPreview } from './part-preview';
import { boxResized, cornerMoved, wholePicture } from './picture-edit';
import { useEdit } from './use-edit';

/** A part of a picture to be read on its own: cut out, turned, straightened or inverted. The picture itself is kept. */
export function CropPage({ id }: { readonly id: string }) {
  usePageTitle(t('result.crop'));
  const { queue, history } = useServices();
  const [opened, setOpened] = useState<OpenedPicture | null>(null);
  const [failure, setFailure] = useState<RecognitionFailure | null>(null);

  useEffect(() => {
    let isOver = false;
    void openPicture(id, { queue, history }).then((result) => {
      if (isOver) return;
      if (result.ok) setOpened(result.value);
      else setFailure(result.failure);
    });
    return () => {
      isOver = true;
    };
  }, [id, queue, history]);

  return (
    <div className={`page ${styles.crop}`} aria-busy={!opened && !failure}>
      <div className={styles.head}>
        <Link href={`/result/${id}`} className="button button--quiet" state={window.history.state}>
          <ArrowLeft size={20} aria-hidden />
          {t('result.back')}
        </Link>
        <h1 tabIndex={-1}>{t('result.crop')}</h1>
      </div>
      {failure && <FailureSheet words={localFailureWords(failure)} detail={failure.detail} />}
      {opened && <Editor opened={opened} />}
    </div>
  );
}

function Editor({ opened: { name, batchId, image, pixels, source } }: { readonly opened: OpenedPicture }) {
  const { queue } = useServices();
  const [, navigate] = useLocation();
  const { url } = useDisplayable(source);
  const { edit, change, undo } = useEdit(wholePicture(pixels));
  const page = useMemo(() => pageCorners(toGray(pixels)), [pixels]);
  const [isFree, setFree] = useState(false);
  const [isWorking, setWorking] = useState(false);

  const read = async () => {
    setWorking(true);
    const file = await partFile(pixels, edit, name, image.format);
    const [part] = file ? queue.add([file], batchId) : [];
    setWorking(false);
    if (part) navigate(`/result/${part}`);
  };

  return (
    <div className={styles.columns}>
      <div className={styles.room}>
        <div className={styles.stage} style={{ '--aspect': pixels.width / pixels.height } as CSSProperties} dir="ltr">
          {url && <img className={styles.picture} src={url} alt={name} draggable={false} />}
          <CornerHandles
            corners={edit.corners}
            size={pixels}
            onMove={(index, to, isFirst) => change((isFree ? cornerMoved : boxResized)(edit, index, to), isFirst)}
          />
        </div>
      </div>
      <div className={styles.side}>
        <CropControls
          edit={edit}
          size={pixels}
          page={page}
          isFree={isFree}
          isWorking={isWorking}
          onFree={setFree}
          onChange={(next, isStep) => {
            // A page seen from the side is no box.
            if (next.corners === page) setFree(true);
            change(next, isStep);
          }}
          onUndo={undo}
          onRead={() => void read()}
        />
        <PartPreview pixels={pixels} edit={edit} />
      </div>
    </div>
  );
}
