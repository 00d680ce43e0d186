import { Camera, FolderPlus, ImagePlus } from 'lucide-react';
import { useIntake } from '../intake/intake';
import { ReaderProgress } from './reader-progress';
import { ReadingSketch } from './reading-sketch';

const PASTE_KEY = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';

/** The sheet that asks for pictures. Dropping works on the whole page, so this is a sign and some buttons. */
export function DropZone() {
  const { openPicker, openFolderPicker, openCamera, expect } = useIntake();
  return (
    <section className="drop-zone" aria-labelledby="drop-zone-title">
      <ReadingSketch />
      <h2 id="drop-zone-title" className="drop-zone__title">
        <span className="for-mouse">Drop pictures or folders anywhere on this page</span>
        <span className="for-touch">Add a picture of a number</span>
      </h2>
      <div className="actions actions--center">
        <button type="button" className="button button--primary" onClick={openPicker} onPointerEnter={expect}>
          <ImagePlus size={20} aria-hidden />
          Choose pictures
        </button>
        {openFolderPicker && (
          <button type="button" className="button" onClick={openFolderPicker} onPointerEnter={expect}>
            <FolderPlus size={20} aria-hidden />
            Choose a folder
          </button>
        )}
        <button type="button" className="button for-touch" onClick={openCamera}>
          <Camera size={20} aria-hidden />
          Take a photo
        </button>
      </div>
      <p className="drop-zone__paste for-mouse">
        or paste one with <kbd>{PASTE_KEY}</kbd> <kbd>V</kbd>
      </p>
      <ReaderProgress />
    </section>
  );
}
