/** Why there is no picture from the camera; its words are the messages `camera.<id>.title` and `camera.<id>.words`. */
export type CameraFailure = 'denied' | 'absent' | 'busy';

export type OpenedCamera =
  | { readonly ok: true; readonly stream: MediaStream }
  | { readonly ok: false; readonly failure: CameraFailure };

/** The camera on the back of a phone where there is one, with as many pixels as it gives. */
const WANTED: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: { ideal: 'environment' }, width: { ideal: 3840 }, height: { ideal: 2160 } },
};

/** Asks the person for the camera, once. Without a secure connection browsers offer none. */
export async function openCamera(devices: MediaDevices | undefined = navigator.mediaDevices): Promise<OpenedCamera> {
  if (!devices?.getUserMedia) return { ok: false, failure: 'absent' };
  try {
    return { ok: true, stream: await devices.getUserMedia(WANTED) };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

/** By the names that Media Capture and Streams (W3C), 10.2, gives to them. */
function failureOf(error: unknown): CameraFailure {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'absent';
  }
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
