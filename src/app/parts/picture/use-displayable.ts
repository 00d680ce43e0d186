import { useEffect, useState } from 'react';
import { displayablePicture } from '../../../decode/displayable-picture';
import { useObjectUrl } from '../../base/browser/use-object-url';
import type { PictureSource } from '../../work/queue/picture-source';

interface Displayable {
  /** For an `<img>`; null until there is one. */
  readonly url: string | null;
  readonly isBroken: boolean;
  /** The `<img>` could not show it. */
  readonly onError: () => void;
}

/** The picture as the page shows and prints it. */
export function useDisplayable(picture: PictureSource): Displayable {
  const [blob, setBlob] = useState<Blob | null>(null);
  const [isBroken, setBroken] = useState(false);

  useEffect(() => {
    let current = true;
    const show = async () => {
      const accepted = await picture.accept();
      const shown = accepted.ok ? await displayablePicture(accepted.value).catch(() => null) : null;
      if (current) {
        setBlob(shown);
        setBroken(shown === null);
      }
    };
    void show();
    return () => {
      current = false;
    };
  }, [picture]);

  return { url: useObjectUrl(blob), isBroken, onError: () => setBroken(true) };
}
