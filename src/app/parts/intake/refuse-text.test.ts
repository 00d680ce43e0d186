// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { type GivenText, givenText } from './given-text';
import { kindOf, picturesIn } from './refuse-text';

const given = (part: Partial<GivenText>): GivenText => ({ html: '', addresses: '', text: '', ...part });

describe('what is given beside files', () => {
  it.each([
    ['plain text', given({ text: 'invoice 415' }), 'text'],
    ['a link in plain text', given({ text: ' https://example.org/a.png ' }), 'link'],
    ['a text with a link in it', given({ text: 'see https://example.org' }), 'text'],
    ['a dragged link', given({ addresses: 'https://example.org', text: 'https://example.org' }), 'link'],
    ['formatted text', given({ html: '<b>415</b>', text: '415' }), 'text'],
    ['a picture of another page', given({ html: '<img src="https://example.org/a.png">' }), 'address'],
  ] as const)('%s', (_, text, kind) => {
    expect(kindOf(text)).toBe(kind);
    expect(picturesIn(text)).toEqual([]);
  });

  it('takes pictures whose data are in the markup', async () => {
    const html = `<p><img src="data:image/png;base64,${btoa('one')}"> <img src="data:image/png;base64,%"></p>`;
    const files = picturesIn(given({ html }));
    expect(files.map(({ name, type, size }) => [name, type, size])).toEqual([['picture.png', 'image/png', 3]]);
  });

  it('is nothing where a transfer is empty', () => {
    const transfer = { getData: () => '' } as unknown as DataTransfer;
    expect(givenText(transfer)).toBeNull();
    expect(givenText(null)).toBeNull();
  });
});
