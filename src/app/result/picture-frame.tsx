import { ImageOff } from 'lucide-react';
import { type CSSProperties, type MouseEvent, useState } from 'react';
import type { Recognition } from '../../contract/recognition';
import { useElementSize } from '../browser/use-element-size';
import { useObjectUrl } from '../browser/use-object-url';
import { BoxOverlay } from './box-overlay';
import { pickBox } from './pick-box';
import type { Selection } from './selection';

/** Half of a comfortable touch target, in CSS pixels. */
const REACH = 22;
/** Small pictures are enlarged at most this much; beyond twice, their pixels are shown as pixels. */
const MAX_ENLARGEMENT = 16;

interface PictureFrameProps {
  readonly picture: Blob;
  readonly name: string;
  readonly recognition: Recognition | null;
  readonly selection: Selection;
}

/** The picture, always whole inside its frame, with a box around each digit. */
export function PictureFrame({ picture, name, recognition, selection }: PictureFrameProps) {
  const url = useObjectUrl(picture);
  const [natural, setNatural] = useState<{ width: number; height: number } | null>(null);
  const [isBroken, setBroken] = useState(false);
  const [measure, shown] = useElementSize();
  const size = recognition ? { width: recognition.imageWidth, height: recognition.imageHeight } : natural;
  const scale = size ? shown.width / size.width : 0;

  const pick = (event: MouseEvent<HTMLElement>) => {
    if (recognition && scale > 0) {
      const bounds = event.currentTarget.getBoundingClientRect();
      const point = { x: (event.clientX - bounds.left) / scale, y: (event.clientY - bounds.top) / scale };
      return pickBox(
        recognition.digits.map((digit) => digit.region.box),
        point,
        REACH / scale,
      );
    }
    return null;
  };

  return (
    <figure className="frame" aria-label="Picture with boxes around its digits">
      {/* The digits of the number are the same choice for the keyboard. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
      <div
        ref={measure}
        className="frame__stage"
        style={size ? stageStyle(size) : {}}
        data-pixelated={scale > 2 || undefined}
        onClick={(event) => {
          const index = pick(event);
          if (index !== null) {
            selection.select(index);
          }
        }}
        onPointerMove={(event) => event.pointerType === 'mouse' && selection.hover(pick(event))}
        onPointerLeave={() => selection.hover(null)}
      >
        {url && !isBroken && (
          <img
            className="frame__picture"
            src={url}
            alt={name}
            draggable={false}
            onLoad={(event) => {
              const { naturalWidth, naturalHeight } = event.currentTarget;
              setNatural({ width: naturalWidth || 1, height: naturalHeight || 1 });
            }}
            onError={() => setBroken(true)}
          />
        )}
        {recognition && scale > 0 && (
          <BoxOverlay digits={recognition.digits} scale={scale} size={shown} selection={selection} />
        )}
      </div>
      {isBroken && (
        <p className="frame__broken">
          <ImageOff size={40} strokeWidth={1.5} aria-hidden />
          This browser cannot show the picture.
        </p>
      )}
    </figure>
  );
}

function stageStyle(size: { readonly width: number; readonly height: number }): CSSProperties {
  return {
    '--picture-ratio': size.width / size.height,
    '--picture-max-width': `${size.width * MAX_ENLARGEMENT}px`,
  } as CSSProperties;
}
