import type { AcceptedImage } from '../../../contract/accepted-image';
import { LIMITS } from '../../../contract/limits';
import type { Recognition } from '../../../contract/recognition';
import {
  charactersOf,
  type FixedCharacter,
  type FixedReading,
  type Status,
  writtenCode,
} from '../../../corrections/fixed-reading';
import { drawablePicture } from '../../../decode/displayable-picture';

/** Stroke and sign of each status; the tones are those of the boxes on the result page, which do not follow the theme. */
const STYLES: Readonly<Record<Status, { readonly color: string; readonly dash: boolean; readonly sign: string }>> = {
  sure: { color: '#1d4ed8', dash: false, sign: '' },
  accepted: { color: '#1d4ed8', dash: false, sign: '' },
  check: { color: '#b45309', dash: true, sign: '?' },
  edited: { color: '#15803d', dash: false, sign: '' },
};

/**
 * The picture with a box around every digit and the digit above it.
 *
 * @returns a PNG, at most as large as pictures are read; null when this browser cannot draw the file
 */
export async function annotatePicture(
  picture: AcceptedImage,
  recognition: Recognition,
  reading: FixedReading,
): Promise<Blob | null> {
  try {
    const image = await drawablePicture(picture);
    const { imageWidth, imageHeight } = recognition;
    const scale = Math.min(1, Math.sqrt(LIMITS.maxDecodedPixels / (imageWidth * imageHeight)));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(imageWidth * scale));
    canvas.height = Math.max(1, Math.round(imageHeight * scale));
    const context = canvas.getContext('2d');
    if (!context) {
      return null;
    }
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    context.scale(canvas.width / imageWidth, canvas.height / imageHeight);
    for (const digit of charactersOf(reading)) {
      drawDigit(context, digit);
    }
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    // Some browsers keep the pixels until the canvas is collected.
    canvas.width = 0;
    return blob;
  } catch {
    return null;
  }
}

function drawDigit(context: CanvasRenderingContext2D, digit: FixedCharacter): void {
  const { x, y, width, height } = digit.box;
  const { color, dash, sign } = STYLES[digit.status];
  const stroke = Math.max(1, height / 24);
  context.lineWidth = stroke * 2.5;
  context.setLineDash([]);
  context.strokeStyle = 'rgb(255 255 255 / 85%)';
  context.strokeRect(x, y, width, height);
  context.lineWidth = stroke;
  context.setLineDash(dash ? [stroke * 4, stroke * 3] : []);
  context.strokeStyle = color;
  context.strokeRect(x, y, width, height);

  const size = Math.max(8, height * 0.42);
  const above = y - stroke * 2;
  context.setLineDash([]);
  context.font = `700 ${size}px "Atkinson Hyperlegible Next Variable", sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = above > size ? 'bottom' : 'top';
  context.lineJoin = 'round';
  context.lineWidth = size / 4;
  context.strokeStyle = '#fff';
  context.fillStyle = color;
  const at = [x + width / 2, above > size ? above : y + height + stroke * 2] as const;
  context.strokeText(writtenCode(digit) + sign, ...at);
  context.fillText(writtenCode(digit) + sign, ...at);
}
