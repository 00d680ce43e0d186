import { expect, it } from 'vitest';
import { formPrint } from './make-template';
import { FIELDS, printedPage } from './test-form';

it('a template keeps nothing of what was written in the fields of the form that it was made from', () => {
  const [written, empty] = [formPrint(printedPage(true), FIELDS), formPrint(printedPage(), FIELDS)];
  expect(written.data).toEqual(empty.data);
});
