import { expect, it } from 'vitest';
import { FAILURE_KINDS } from './failure';
import messages from './failure-messages.json' with { type: 'json' };
import { failureMessage, failureWords } from './failure-words';
import { FOREIGN_FORMATS } from './foreign-formats';
import { IMAGE_FORMATS } from './image-formats';

it.each(FAILURE_KINDS)('%s names the file and says what to do', (kind) => {
  const words = failureWords({ kind, fileName: 'cheque.pdf' });
  expect(words.explanation).toContain('cheque.pdf');
  expect(words.remedy).toMatch(/\w{3,}.*\.$/);
  expect(failureMessage({ kind, fileName: 'cheque.pdf' })).toContain(words.title);
});

it.each(FAILURE_KINDS)('%s has words without a file name', (kind) => {
  expect(failureMessage({ kind })).not.toMatch(/undefined|“”/);
});

it('says that videos cannot be read', () => {
  const words = failureWords({
    kind: 'unsupported-format',
    fileName: 'clip.mp4',
    foundFormat: 'mp4-or-quicktime-video',
  });
  expect(words).toMatchObject({
    title: 'Videos cannot be read',
    explanation: '“clip.mp4” is an MP4 or QuickTime video.',
  });
});

it('tells what an unsupported file seems to be and which formats are accepted', () => {
  const message = failureMessage({ kind: 'unsupported-format', fileName: 'a.png', foundFormat: 'pdf-document' });
  expect(message).toContain('“a.png” is a PDF.');
  for (const format of IMAGE_FORMATS) {
    expect(message).toContain(format.label);
  }
});

it.each(FOREIGN_FORMATS)('has words for $id', ({ id }) => {
  expect(messages).toHaveProperty([`failure.format.${id}`]);
});

it('speaks another language where it has the words, and English where not', () => {
  const words = failureWords(
    { kind: 'empty-file', fileName: 'cheque.png' },
    {
      locale: 'de',
      translate: (id, { file }) => (id === 'failure.empty-file.named' ? `„${file}“ ist leer.` : undefined),
    },
  );
  expect(words).toMatchObject({ title: 'The file is empty', explanation: '„cheque.png“ ist leer.' });
});
