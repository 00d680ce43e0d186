import { expect, it } from 'vitest';
import { loadWords } from './load';

const visit = { requests: 10, bytes: 1_000_000, requestsPerSecond: 1000, p50Ms: 1, p99Ms: 2, errors: 0 };

it('reckons with what was measured here and with nothing else', () => {
  const words = loadWords({
    server: 'nginx',
    cores: 2,
    connections: 50,
    seconds: 10,
    loadBefore: 0,
    cold: visit,
    returning: { ...visit, requests: 1, bytes: 1000 },
  });
  expect(words).toContain('nginx carries 100 first visits a second');
  expect(words).not.toMatch(/report|predictions/i);
});
