import { expect, it } from 'vitest';
import { closeCamera, openCamera } from './open-camera';

function devices(answer: () => Promise<MediaStream>): MediaDevices {
  return { getUserMedia: answer } as unknown as MediaDevices;
}

it.each([
  ['NotAllowedError', 'denied'],
  ['NotFoundError', 'absent'],
  ['OverconstrainedError', 'absent'],
  ['NotReadableError', 'busy'],
])('a camera that fails with %s is %s', async (name, failure) => {
  const refusing = devices(() => Promise.reject(new DOMException('', name)));
  expect(await openCamera(refusing)).toEqual({ ok: false, failure });
});

it('there is none where the browser offers none', async () => {
  expect(await openCamera({} as MediaDevices)).toEqual({ ok: false, failure: 'absent' });
});

it('gives the stream, and stops all of it when it is closed', async () => {
  const track = { isStopped: false, stop: () => Object.assign(track, { isStopped: true }) };
  const stream = { getTracks: () => [track] } as unknown as MediaStream;
  expect(await openCamera(devices(async () => stream))).toEqual({ ok: true, stream });
  closeCamera(stream);
  expect(track.isStopped).toBe(true);
});
