import { ExternalLink, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { LETTER_CODES } from '../../../contract/characters';
import { takesLetters } from '../../../corrections/takes-letters';
import { boxAround } from '../../../imaging/box';
import { t } from '../../base/i18n/i18n';
import type { ResultOrigin } from '../../parts/page/back-link';
import { PictureCrop } from '../../parts/picture/picture-crop';
import { acceptStored } from '../../work/queue/picture-source';
import { useServices } from '../../work/session/services';
import type { ContactPicture, DoubtTile } from './doubt-tiles';
import { NumberForm } from './number-form';
import styles from './tile-preview.module.css';

const DIGITS = [...'1234567890'];
const WITH_LETTERS = [...DIGITS, ...LETTER_CODES];

interface TilePreviewProps {
  readonly tile: DoubtTile;
  readonly picture: ContactPicture;
  readonly origin: ResultOrigin;
  /** As it stands now. */
  readonly text: string;
  /** The first key of another number that is being typed; null while none is. */
  readonly typed: string | null;
  readonly onType: (code: string) => void;
  readonly onRewrite: (text: string) => void;
  readonly onRemove: () => void;
  readonly onLeave: () => void;
}

/** The digit in its picture, with what corrects it by touch. */
export function TilePreview(props: TilePreviewProps) {
  const { tile, picture, origin, text, typed, onType, onRewrite, onRemove, onLeave } = props;
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
  const hasLetters = takesLetters(picture.reading, picture.corrections.expectation);
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
      {tile.isWhole ? (
        <NumberForm
          key={`${tile.key} ${text} ${typed ?? ''}`}
          text={typed ?? text}
          isTyping={typed !== null}
          takesLetters={hasLetters}
          onSave={onRewrite}
          onRemove={onRemove}
          onLeave={onLeave}
        />
      ) : (
        <div className={styles.pad}>
          {(hasLetters ? WITH_LETTERS : DIGITS).map((code) => (
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
