import { ExternalLink, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { boxAround } from '../../../imaging/box';
import { t } from '../../base/i18n/i18n';
import type { ResultOrigin } from '../../parts/page/back-link';
import { PictureCrop } from '../../parts/picture/picture-crop';
import { acceptStored } from '../../work/queue/picture-source';
import { useServices } from '../../work/session/services';
import type { ContactPicture, DoubtTile } from './doubt-tiles';
import styles from './tile-preview.module.css';

const DIGITS = [...'1234567890'];

interface TilePreviewProps {
  readonly tile: DoubtTile;
  readonly picture: ContactPicture;
  readonly origin: ResultOrigin;
  readonly onType: (code: string) => void;
  readonly onRemove: () => void;
}

/** The digit in its picture, with what corrects it by touch. */
export function TilePreview({ tile, picture, origin, onType, onRemove }: TilePreviewProps) {
  const { history } = useServices();
  const { id, name, recognition } = picture;
  const source = useMemo(() => {
    return {
      accept: async () => {
        const stored = await history.picture(id);
        if (!stored.ok) return stored;
        return stored.value
          ? acceptStored(stored.value)
          : ({ ok: false, failure: { kind: 'record-damaged' } } as const);
      },
    };
  }, [history, id]);
  const size = { width: recognition.imageWidth, height: recognition.imageHeight };
  return (
    <aside className={`sheet ${styles.preview}`} aria-label={name}>
      <PictureCrop picture={source} size={size} box={boxAround(tile.characters.map(({ box }) => box))} />
      <div className={styles.head}>
        <strong className={styles.name}>{name}</strong>
        <Link href={`/result/${id}`} state={origin} className="button button--quiet button--small">
          <ExternalLink size={16} aria-hidden />
          {t('contact.open')}
        </Link>
      </div>
      {!tile.isWhole && (
        <div className={styles.pad}>
          {DIGITS.map((code) => (
            <button key={code} type="button" aria-label={t('contact.is', { code })} onClick={() => onType(code)}>
              {code}
            </button>
          ))}
          <button type="button" className={styles.wide} onClick={onRemove}>
            <Trash2 size={20} aria-hidden />
            {t('contact.none')}
          </button>
        </div>
      )}
    </aside>
  );
}
