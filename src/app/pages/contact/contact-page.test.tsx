// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { success } from '../../../contract/result';
import { sampleRecognition } from '../../../corrections/test-reading';
import { testDigit, testRecognition } from '../../../numbers/test-recognition';
import { doubt } from '../../test-cheque';
import { FakeRecognizer, openPage, pngFile, resetPage, stubBrowser, untilKept } from '../../test-page';

beforeEach(stubBrowser);

afterEach(() => {
  resetPage();
  vi.unstubAllGlobals();
});

const PICTURES = {
  'a.png': [doubt(1, 7, 0), testDigit(4, { x: 30 })],
  'b.png': [doubt(1, 7, 0), doubt(8, 3, 30)],
  'c.png': [testDigit(5)],
  'd.png': [doubt(1, 7, 0)],
};

/** Hands the pictures in and opens their doubts side by side. */
async function openDoubts() {
  const recognizer = new FakeRecognizer();
  for (const [name, digits] of Object.entries(PICTURES)) {
    recognizer.answers.set(name, success(testRecognition([digits])));
  }
  const page = openPage(recognizer);
  const files = Object.keys(PICTURES).map(pngFile);
  fireEvent.change(screen.getByLabelText('Pictures to read'), { target: { files } });
  await screen.findAllByText(/^4 read/);
  await untilKept(page.services, 4);
  await page.user.click(await screen.findByRole('link', { name: 'Side by side' }));
  await screen.findByRole('heading', { name: '3 possible 1s: select the wrong ones' });
  return page;
}

const tile = (name: string) => screen.getByRole('button', { name });

async function texts({ services }: Awaited<ReturnType<typeof openDoubts>>): Promise<Record<string, string>> {
  const list = await services.history.list();
  return Object.fromEntries((list.ok ? list.value : []).map(({ name, reading }) => [name, reading?.text ?? '']));
}

describe('doubts side by side', () => {
  it('are accepted group by group with one key each, and end with the export', async () => {
    const { user, services } = await openDoubts();
    await waitFor(() => expect(tile('1 in a.png')).toHaveFocus());
    await user.keyboard('{Enter}');
    expect(screen.getByRole('heading', { name: '1: all checked' })).toBeInTheDocument();
    expect(tile('8 in b.png')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('region', { name: 'Nothing left to check' })).toHaveTextContent('4 pictures');
    await waitFor(async () => {
      const list = await services.history.list();
      expect(list.ok && list.value.every(({ reading }) => reading?.openChecks === 0)).toBe(true);
    });
  });

  it('leave what is selected as wrong, to be typed; a step is undone and done again', async () => {
    const page = await openDoubts();
    const { user } = page;
    await user.click(tile('1 in b.png'));
    expect(tile('1 in b.png')).toHaveAttribute('aria-pressed', 'true');
    await user.click(screen.getByRole('button', { name: 'Accept the other 2' }));
    expect(screen.getByText('One left to correct')).toBeInTheDocument();
    expect(tile('1 in b.png')).toHaveFocus();
    await user.keyboard('7');
    expect(tile('7 in b.png, checked')).toBeInTheDocument();
    await waitFor(async () => expect(await texts(page)).toMatchObject({ 'a.png': '14', 'b.png': '78' }));
    await user.keyboard('{Control>}z{/Control}');
    expect(tile('1 in b.png')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.getByRole('heading', { name: '3 possible 1s: select the wrong ones' })).toBeInTheDocument();
    await user.keyboard('{Control>}y{/Control}{Control>}y{/Control}');
    await waitFor(async () => expect(await texts(page)).toMatchObject({ 'a.png': '14', 'b.png': '78' }));
  });

  it('show the active one in its picture, where it is corrected or removed by touch', async () => {
    const page = await openDoubts();
    const { user } = page;
    expect(screen.getByRole('complementary', { name: 'a.png' })).toBeInTheDocument();
    await user.click(tile('8 in b.png'));
    expect(screen.getByRole('complementary', { name: 'b.png' })).toBeInTheDocument();
    await user.click(tile('It is 3'));
    await waitFor(async () => expect(await texts(page)).toMatchObject({ 'b.png': '13' }));
    await user.click(tile('1 in d.png'));
    await user.click(tile('No digit'));
    await waitFor(async () => expect(await texts(page)).toMatchObject({ 'd.png': '' }));
    expect(screen.getByRole('link', { name: 'Open the picture' })).toHaveAttribute(
      'href',
      expect.stringMatching(/#\/result\//),
    );
  });

  it('correct a number that is doubtful as a whole, with the keyboard and by touch', async () => {
    const recognizer = new FakeRecognizer();
    const doubted = { verdict: 'check', doubts: ['readings-differ'] } as const;
    for (const name of ['a.png', 'b.png', 'c.png']) {
      recognizer.answers.set(name, success(sampleRecognition(['407'], { 0: doubted })));
    }
    const page = openPage(recognizer);
    const { user } = page;
    const files = ['a.png', 'b.png', 'c.png'].map(pngFile);
    fireEvent.change(screen.getByLabelText('Pictures to read'), { target: { files } });
    await untilKept(page.services, 3);
    await user.click(await screen.findByRole('link', { name: 'Side by side' }));
    await screen.findByRole('heading', { name: '3 numbers to check as a whole: select the wrong ones' });
    await waitFor(() => expect(tile('407 in a.png')).toHaveFocus());
    await user.keyboard('4q71{Enter}');
    expect(tile('471 in a.png, checked')).toHaveFocus();
    await user.click(tile('407 in b.png'));
    const field = screen.getByRole('textbox', { name: 'Correct number' });
    expect(field).toHaveValue('407');
    await user.clear(field);
    await user.type(field, '9');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await user.click(tile('407 in c.png'));
    await user.click(screen.getByRole('button', { name: 'No number' }));
    await waitFor(async () => expect(await texts(page)).toEqual({ 'a.png': '471', 'b.png': '9', 'c.png': '' }));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(async () => expect(await texts(page)).toMatchObject({ 'c.png': '407' }));
  });

  it('are moved through with arrows, and selected with the space bar', async () => {
    const { user } = await openDoubts();
    await waitFor(() => expect(tile('1 in a.png')).toHaveFocus());
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(tile('8 in b.png')).toHaveFocus();
    await user.keyboard(' {ArrowLeft} ');
    expect(tile('8 in b.png')).toHaveAttribute('aria-pressed', 'true');
    expect(tile('1 in d.png')).toHaveAttribute('aria-pressed', 'true');
    await user.keyboard(' ');
    expect(tile('1 in d.png')).toHaveAttribute('aria-pressed', 'false');
  });
});
