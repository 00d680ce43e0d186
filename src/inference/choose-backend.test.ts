import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openBackend } from './backend';
import type { BackendName } from './backend-name';
import { chooseBackend } from './choose-backend';
import { inspectWebgl, type WebglRenderer } from './webgl-renderer';

vi.mock('./backend', () => ({ openBackend: vi.fn() }));
vi.mock('./webgl-renderer', () => ({ inspectWebgl: vi.fn() }));

const candidates = ['webgl', 'wasm', 'cpu'] as const;

function choose(renderer: WebglRenderer['kind'], lost: BackendName[] = [], forced?: BackendName) {
  vi.mocked(inspectWebgl).mockReturnValue({ kind: renderer, name: '' });
  return chooseBackend({ location: 'worker', candidates, forced, lost: new Set(lost), wasmFiles: '' });
}

beforeEach(() => {
  vi.mocked(openBackend).mockReset();
  vi.mocked(openBackend).mockImplementation(async (name) => ({
    ok: true,
    value: { name, isLost: () => false, onLost: () => () => {} },
  }));
});

describe('chooseBackend', () => {
  it.each([
    ['a graphics processor', 'hardware', [], undefined, 'webgl', 'webgl-fastest'],
    ['software WebGL', 'software', [], undefined, 'wasm', 'webgl-emulated'],
    ['no WebGL', 'none', [], undefined, 'wasm', 'webgl-missing'],
    ['WebGL that was lost', 'hardware', ['webgl'], undefined, 'wasm', 'webgl-lost'],
    ['WebGL and WASM lost', 'hardware', ['webgl', 'wasm'], undefined, 'cpu', 'wasm-lost'],
    ['software WebGL that is insisted on', 'software', [], 'webgl', 'webgl', 'chosen-by-hand'],
    ['an insisted one that was lost', 'software', ['webgl'], 'webgl', 'wasm', 'webgl-lost'],
  ] as [string, WebglRenderer['kind'], BackendName[], BackendName | undefined, BackendName, string][])(
    'with %s',
    async (_name, renderer, lost, forced, chosen, reason) => {
      const result = await choose(renderer, lost, forced);
      expect(result).toMatchObject({
        ok: true,
        value: { info: { name: chosen, location: 'worker', reason: expect.stringContaining(reason) } },
      });
      expect(openBackend).toHaveBeenCalledTimes(1);
    },
  );

  it('goes on when a backend does not start', async () => {
    vi.mocked(openBackend).mockResolvedValueOnce({ ok: false, failure: 'webgl computes wrong values' });
    expect(await choose('hardware')).toMatchObject({
      ok: true,
      value: { info: { name: 'wasm', reason: expect.stringContaining('webgl computes wrong values') } },
    });
  });

  it('says why when none starts', async () => {
    vi.mocked(openBackend).mockImplementation(async (name) => ({ ok: false, failure: `${name} does not start` }));
    expect(await choose('hardware')).toEqual({
      ok: false,
      failure: {
        kind: 'backend-unavailable',
        detail: 'webgl does not start; wasm does not start; cpu does not start',
      },
    });
    vi.mocked(openBackend).mockClear();
    expect(await choose('hardware', [], 'wasm')).toMatchObject({ ok: false });
    expect(openBackend).toHaveBeenCalledTimes(1);
  });
});
