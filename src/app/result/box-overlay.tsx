import type { RecognizedDigit } from '../../contract/recognition';
import type { Selection } from './selection';

/** Boxes narrower than this on the screen carry a number only while they are looked at. */
const MIN_NUMBERED_WIDTH = 20;
const BADGE_HEIGHT = 20;

interface BoxOverlayProps {
  readonly digits: readonly RecognizedDigit[];
  /** Screen pixels a picture pixel. */
  readonly scale: number;
  /** Of the shown picture, in screen pixels. */
  readonly size: { readonly width: number; readonly height: number };
  readonly selection: Selection;
}

/** Boxes over the picture, drawn in screen pixels so that lines and numbers keep their size. */
export function BoxOverlay({ digits, scale, size, selection }: BoxOverlayProps) {
  const active = selection.hovered ?? selection.selected;
  // The one that is looked at is drawn last, above its neighbors.
  const order = digits.map((_, index) => index).sort((a, b) => Number(a === active) - Number(b === active));
  return (
    <svg className="boxes" viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden>
      {order.map((index) => {
        const digit = digits[index];
        return digit && <DigitBox key={index} index={index} digit={digit} scale={scale} isActive={index === active} />;
      })}
    </svg>
  );
}

interface DigitBoxProps {
  readonly index: number;
  readonly digit: RecognizedDigit;
  readonly scale: number;
  readonly isActive: boolean;
}

function DigitBox({ index, digit, scale, isActive }: DigitBoxProps) {
  const { verdict } = digit.prediction;
  const x = digit.region.box.x * scale;
  const y = digit.region.box.y * scale;
  const width = digit.region.box.width * scale;
  const height = digit.region.box.height * scale;
  const shape = { x, y, width, height, rx: Math.min(4, width / 4) };
  const words = `${index + 1}${verdict === 'check' ? '?' : ''}`;
  const badgeWidth = 8 + words.length * 8;
  // Above the box where there is room or the box is too small to lose any, else inside its top edge.
  const isAbove = y >= BADGE_HEIGHT || height < 2 * BADGE_HEIGHT;
  const badgeY = isAbove ? y - BADGE_HEIGHT + 2 : y;
  const isNumbered = isActive || width >= MIN_NUMBERED_WIDTH;
  return (
    <g className="box" data-verdict={verdict} data-active={isActive || undefined}>
      <rect className="box__halo" {...shape} />
      <rect className="box__line" {...shape} />
      {isNumbered && (
        <>
          <rect className="box__badge" x={x - 1} y={badgeY} width={badgeWidth} height={BADGE_HEIGHT - 2} rx={4} />
          <text className="box__number" x={x - 1 + badgeWidth / 2} y={badgeY + 14}>
            {words}
          </text>
        </>
      )}
    </g>
  );
}
