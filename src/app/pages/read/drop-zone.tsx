import { Camera, FolderPlus, ImagePlus, PenLine, Video } from 'lucide-react';
import { Link } from 'wouter';
import { t } from '../../base/i18n/i18n';
import { Message } from '../../base/i18n/message';
import { useIntake } from '../../parts/intake/intake';
import styles from './drop-zone.module.css';
import { ReaderProgress } from './reader-progress';
import { ReadingSketch } from './reading-sketch';

const PASTE_KEY = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';

/** The sheet that asks for pictures. Dropping works on the whole page, so this is a sign and some buttons. */
export function DropZone() {
  const { openPicker, openFolderPicker, openCamera, expect } = useIntake();
  return (
    <section className={styles.zone} aria-labelledby="drop-zone-title">
      <ReadingSketch />
      <h2 id="drop-zone-title" className={styles.title}>
        <span className="for-mouse">{t('read.drop.mouse')}</span>
        <span className="for-touch">{t('read.drop.touch')}</span>
      </h2>
      <div className="actions actions--center">
        <button type="button" className="button button--primary" onClick={openPicker} onPointerEnter={expect}>
          <ImagePlus size={20} aria-hidden />
          {t('shell.choose')}
        </button>
        {openFolderPicker && (
          <button type="button" className="button" onClick={openFolderPicker} onPointerEnter={expect}>
            <FolderPlus size={20} aria-hidden />
            {t('read.folder')}
          </button>
        )}
        <button type="button" className="button for-touch" onClick={openCamera}>
          <Camera size={20} aria-hidden />
          {t('read.camera')}
        </button>
        {navigator.mediaDevices && (
          <Link href="/camera" className="button">
            <Video size={20} aria-hidden />
            {t('read.liveCamera')}
          </Link>
        )}
        <Link href="/draw" className="button">
          <PenLine size={20} aria-hidden />
          {t('read.draw')}
        </Link>
      </div>
      <p className={`${styles.paste} for-mouse`}>
        <Message id="read.paste" values={{ key: PASTE_KEY }} components={{ 0: <kbd /> }} />
      </p>
      <ReaderProgress />
    </section>
  );
}
