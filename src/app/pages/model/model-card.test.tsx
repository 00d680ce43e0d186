// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CORRECTIONS_VERSION, correctedReading, noCorrections, withEdit } from '../../../corrections/corrections';
import { summarizeFixed } from '../../../corrections/summarize-fixed';
import { sampleRecognition } from '../../../corrections/test-reading';
import { FakeRecognizer, openPage, resetPage, stubBrowser } from '../../test-page';
import { SELF_TEST } from './self-test-sample';
import { CHECK, RESULT, TOGETHER } from './test-results';

const PUBLIC = join(import.meta.dirname, '../../../../public');

/** Serves the shipped files from disk, and what a test lays down in their place; null is a file that is not there. */
function stubSite(changes: Readonly<Record<string, unknown>> = {}): void {
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    init?.signal?.throwIfAborted();
    if (path in changes) {
      return changes[path] === null ? new Response(null, { status: 404 }) : Response.json(changes[path]);
    }
    return new Response(new Uint8Array(await readFile(join(PUBLIC, path))));
  });
}

let recognizer: FakeRecognizer;

beforeEach(() => {
  stubBrowser();
  stubSite({ 'model-card/results.json': [RESULT] });
  recognizer = new FakeRecognizer();
});

afterEach(() => {
  resetPage();
  vi.unstubAllGlobals();
});

function section(name: string): Promise<HTMLElement> {
  return screen.findByRole('region', { name }, { timeout: 10_000 });
}

describe('the model page', () => {
  it('shows what the files say', async () => {
    openPage(recognizer, '#/model');
    expect(await screen.findByRole('heading', { level: 1, name: 'Model' })).toBeInTheDocument();
    const accuracy = within(await section('How well it reads'));
    expect(accuracy.getByRole('row', { name: /MNIST.*90\.00%.*59\.60% to 98\.20%.*10/ })).toBeInTheDocument();
    const confusion = within(await section('Which digits get mixed up'));
    const four = confusion.getAllByRole('row', { name: /^4 / })[0]!;
    expect(within(four).getByTitle('4 read as 9')).toHaveTextContent('1');
    expect(confusion.getByRole('row', { name: '4 1 none 0.00%' })).toBeInTheDocument();
    const trust = within(await section('How far to trust the confidence'));
    expect(trust.getByRole('img', { name: /2 groups, mean distance from the line 2\.00%/ })).toBeInTheDocument();
    expect(trust.getByRole('row', { name: '60.0% 50.0% 2' })).toBeInTheDocument();
    const data = within(await section('Training data'));
    expect(data.getByRole('row', { name: /MNIST.*55,000.*5,000.*10,000/ })).toBeInTheDocument();
  });

  it('shows the line reader beside the other networks', async () => {
    openPage(recognizer, '#/model');
    const build = within(await section('How it is built'));
    expect(build.getByText('Reads a line: 19 layers, 885,903 parameters')).toBeInTheDocument();
    expect(screen.getByText(/^locator [\d.]+, latin [\d.]+, line [\d.]+$/)).toBeInTheDocument();
    expect(screen.getByText('1,664,463')).toBeInTheDocument();
    const data = within(await section('Training data'));
    expect(
      data.getByRole('row', { name: /^Clinic logbooks, Congo, phone photos of cells locator, line None stated/ }),
    ).toBeInTheDocument();
    expect(
      data.getByRole('row', { name: /^MNIST locator, latin, line, scripts Open CC BY-SA 3\.0$/ }),
    ).toBeInTheDocument();
  });

  it('shows what was checked beyond the sets, part by part', async () => {
    stubSite({ 'model-card/results.json': [RESULT, CHECK] });
    const { user } = openPage(recognizer, '#/model');
    const checks = within(await section('Hard cases'));
    expect(checks.queryByText('Same picture, changed')).not.toBeInTheDocument();
    await user.click(checks.getByText('pictures without digits: 90.00%'));
    expect(
      checks.getByRole('row', { name: /printed words 80\.00%.*62\.70% to 90\.50% 10\.00% 30/ }),
    ).toBeInTheDocument();
    expect(checks.getByRole('row', { name: /All 90\.00%.* 5\.00% 60/ })).toBeInTheDocument();
  });

  it('begins with all sets together where it says how far a percentage can be trusted', async () => {
    stubSite({ 'model-card/results.json': [RESULT, TOGETHER] });
    openPage(recognizer, '#/model');
    const trust = within(await section('How far to trust the confidence'));
    expect(
      trust.getByText(/70\.0% were marked sure, and 95\.00% of those are right; 30\.0% were marked to check/),
    ).toBeInTheDocument();
    const confusion = within(await section('Which digits get mixed up'));
    expect(confusion.queryByText(/all real sets together/)).not.toBeInTheDocument();
  });

  it('shows how many of each digit a part holds, as bars and as a table', async () => {
    const { user } = openPage(recognizer, '#/model');
    const part = within(await section('Pictures of each digit'));
    const bars = () => within(part.getByRole('list')).getAllByRole('listitem', { hidden: true });
    const all = bars()[0]?.textContent;
    await user.selectOptions(part.getByRole('combobox'), 'MNIST: test');
    expect(bars()[0]).toHaveTextContent(/^0980$/);
    expect(all).not.toBe('0980');
    expect(part.getByRole('row', { name: '0 980 9.8%', hidden: true })).toBeInTheDocument();
  });

  it('says what has not been measured instead of inventing it', async () => {
    stubSite({ 'model-card/results.json': [], 'model-card/mistakes.json': null, 'models/latin/dataset.json': null });
    openPage(recognizer, '#/model');
    expect(within(await section('How well it reads')).getByText(/^Not measured yet/)).toBeInTheDocument();
    expect(within(await section('Hardest mistakes')).getByText(/^Not measured yet/)).toBeInTheDocument();
    expect(within(await section('Training data')).getByText(/were not recorded/)).toBeInTheDocument();
  });

  it('offers to try again when the models’ files do not arrive', async () => {
    stubSite({ 'models/latin/manifest.json': null });
    const { user } = openPage(recognizer, '#/model');
    const again = await screen.findByRole('button', { name: 'Try again' });
    stubSite();
    await user.click(again);
    expect(await section('Test on this device')).toBeInTheDocument();
  });
});

describe('the test on this device', () => {
  it('measures the bundled digits and compares with what was measured before', async () => {
    const { user, services } = openPage(recognizer, '#/model');
    const test = within(await section('Test on this device'));
    await user.click(test.getByRole('button', { name: 'Start test' }));
    // The stand-in takes every digit for its first pixel, which is 0.
    expect(await test.findByText('8.5%')).toBeInTheDocument();
    expect(test.getByText('85 right, 915 wrong', { exact: false })).toBeInTheDocument();
    expect(test.getByText('4,000')).toBeInTheDocument();
    expect(test.getByText('plain JavaScript, in the page')).toBeInTheDocument();
    expect(test.getByText(/Measured before this version|no earlier measurement/)).toBeInTheDocument();
    await vi.waitFor(() => expect(services.announcement.get()).toBe('Test done: 8.5% right.'));
  });

  it('is canceled at once, and can be started again', async () => {
    recognizer.hold = new Promise(() => undefined);
    const { user } = openPage(recognizer, '#/model');
    const test = within(await section('Test on this device'));
    await user.click(test.getByRole('button', { name: 'Start test' }));
    await test.findByText(`0 of ${SELF_TEST.count.toLocaleString('en')} digits read`);
    await user.click(test.getByRole('button', { name: 'Cancel' }));
    expect(test.getByText(/^Canceled/)).toBeInTheDocument();
    recognizer.hold = Promise.resolve();
    await user.click(test.getByRole('button', { name: 'Run again' }));
    expect(await test.findByText('8.5%')).toBeInTheDocument();
  });

  it('says so when the sample does not arrive', async () => {
    stubSite({ [SELF_TEST.path]: null });
    const { user } = openPage(recognizer, '#/model');
    const test = within(await section('Test on this device'));
    await user.click(test.getByRole('button', { name: 'Start test' }));
    expect(await test.findByRole('alert')).toHaveTextContent('The test digits could not be loaded');
  });
});

describe('my handwriting', () => {
  it('asks for corrections as long as there are none', async () => {
    openPage(recognizer, '#/model');
    const hand = within(await section('My handwriting'));
    await waitFor(() => expect(hand.getByText(/have not corrected any reading/)).toBeInTheDocument());
  });

  it('counts what was right and what was not, as soon as something is corrected', async () => {
    const { services } = openPage(recognizer, '#/model');
    const hand = within(await section('My handwriting'));
    const recognition = sampleRecognition(['4071']);
    const corrections = withEdit(recognition, noCorrections(recognition), { kind: 'replace', id: 3, code: '7' });
    const { history } = services;
    await history.addUpload({
      id: 'one',
      name: 'one.png',
      mime: 'image/png',
      createdAt: 1,
      batchId: null,
      bytes: new ArrayBuffer(1),
    });
    await history.addRecognition('one', recognition);
    const stored = { version: CORRECTIONS_VERSION, value: corrections };
    const summary = summarizeFixed(correctedReading(recognition, corrections), corrections);
    await history.saveCorrections('one', stored, summary);
    expect(await hand.findByText('75.0%')).toBeInTheDocument();
    expect(hand.getByText('of the digits in 1 picture you corrected were right')).toBeInTheDocument();
    expect(hand.getByText('Mixed up most often: 7 read as 1 (1).')).toBeInTheDocument();
  });
});
