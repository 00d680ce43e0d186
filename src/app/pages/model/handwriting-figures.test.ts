import { describe, expect, it } from 'vitest';
import type { Recognition } from '../../../contract/recognition';
import { type Corrections, noCorrections, withEdit } from '../../../corrections/corrections';
import type { Edit } from '../../../corrections/edit';
import { sampleRecognition } from '../../../corrections/test-reading';
import { handwritingFigures } from './handwriting-figures';

function corrected(recognition: Recognition, ...edits: Edit[]) {
  const corrections = edits.reduce<Corrections>(
    (done, edit) => withEdit(recognition, done, edit),
    noCorrections(recognition),
  );
  return { recognition, corrections };
}

describe('handwritingFigures', () => {
  it('counts nothing without pictures', () => {
    expect(handwritingFigures([])).toEqual({ pictures: 0, right: 0, wrong: 0, extra: 0, missed: 0, mixups: [] });
  });

  it('tells right, wrong, superfluous and missed digits apart', () => {
    const first = corrected(
      sampleRecognition(['4071']),
      { kind: 'replace', id: 3, code: '7' },
      { kind: 'remove', id: 1 },
      { kind: 'add', character: { box: { x: 200, y: 0, width: 20, height: 30 }, reading: null }, after: null },
      { kind: 'replace', id: 4, code: '9' },
    );
    const second = corrected(sampleRecognition(['11']), { kind: 'replace', id: 0, code: '7' });
    expect(handwritingFigures([first, second])).toEqual({
      pictures: 2,
      right: 3,
      wrong: 2,
      extra: 1,
      missed: 1,
      mixups: [{ truth: 7, read: 1, count: 2 }],
    });
  });

  it('counts what was only accepted as right', () => {
    const accepted = corrected(sampleRecognition(['4?0']), { kind: 'accept', id: 0 });
    expect(handwritingFigures([accepted])).toMatchObject({ right: 2, wrong: 0 });
  });
});
