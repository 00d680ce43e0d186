import { describe, expect, it } from 'vitest';
import { skipProlog } from './markup-prolog';

describe('skipProlog', () => {
  it.each([
    ['nothing', '<svg>', '<svg>'],
    ['a declaration, a comment and a doctype', ' <?xml version="1.0"?>\n<!-- > [ --><!DOCTYPE svg> <svg>', '<svg>'],
    ['a doctype with entities', '<!DOCTYPE svg [<!ENTITY a "]"> <!ENTITY b ">">] ><svg>', '<svg>'],
    ['a doctype before text with brackets', '<!DOCTYPE svg><svg>[7] ></svg>', '<svg>[7] ></svg>'],
    ['all of a doctype that does not end', '<!DOCTYPE svg [<!ENTITY', '<!DOCTYPE svg [<!ENTITY'],
    ['an HTML doctype, which stays', '<!doctype html><p>', '<!doctype html><p>'],
  ])('skips %s', (_what, text, rest) => {
    expect(skipProlog(text)).toBe(rest);
  });

  it('looks at a long text once, however many doctypes it begins with', () => {
    const root = `<svg>${'7 '.repeat(10_000_000)}</svg>`;
    const text = '<!DOCTYPE>'.repeat(6_000) + root;
    const begin = performance.now();
    expect(skipProlog(text).length).toBe(root.length);
    expect(performance.now() - begin).toBeLessThan(2_000);
  });
});
