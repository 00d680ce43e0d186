interface FrameOptions {
  /** Pixels; a larger frame is shrunk to it. Without it the frame keeps its size. */
  readonly maxSide?: number;
  /** Of the JPEG, 0..1. */
  readonly quality: number;
}

/** The frame that a video shows, as a JPEG picture; null before the first one. */
export async function grabFrame(
  video: HTMLVideoElement,
  name: string,
  { maxSide = Number.POSITIVE_INFINITY, quality }: FrameOptions,
): Promise<File | null> {
  const { videoWidth, videoHeight } = video;
  const context = document.createElement('canvas').getContext('2d');
  if (!context || videoWidth === 0) return null;
  const scale = Math.min(1, maxSide / Math.max(videoWidth, videoHeight));
  const { canvas } = context;
  canvas.width = Math.round(videoWidth * scale);
  canvas.height = Math.round(videoHeight * scale);
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  return blob && new File([blob], name, { type: 'image/jpeg' });
}
