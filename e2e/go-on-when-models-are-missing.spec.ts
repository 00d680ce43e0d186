import type { Route } from '@playwright/test';
import { expect, test } from './fixtures';
import { sample } from './samples';

const AMOUNT = sample('amount-in-blue-ink.jpg');
const MODELS = '**/models/**';

/** Answers with other bytes than the server has. */
async function changed(route: Route, change: (bytes: Buffer) => Buffer): Promise<void> {
  const response = await route.fetch();
  await route.fulfill({ response, body: change(await response.body()) });
}

/** How the files of the models may arrive, what the page says, and what makes it go on. */
const BROKEN: readonly {
  readonly name: string;
  readonly file: RegExp;
  readonly answer: (route: Route) => Promise<void>;
  readonly title: string;
  /** Whether the page is loaded anew, as it says. */
  readonly isReloaded: boolean;
}[] = [
  {
    name: 'not there (404)',
    file: /weights\.bin$/,
    answer: (route) => route.fulfill({ status: 404, body: 'not here' }),
    title: 'The reader could not be loaded',
    isReloaded: false,
  },
  {
    name: 'out of reach in the middle of the way',
    file: /manifest\.json$/,
    answer: (route) => route.abort('connectionreset'),
    title: 'The reader could not be loaded',
    isReloaded: false,
  },
  {
    name: 'cut off',
    file: /line\/weights\.bin$/,
    answer: (route) => changed(route, (bytes) => bytes.subarray(0, bytes.length >> 1)),
    title: 'The reader is incomplete',
    isReloaded: true,
  },
  {
    name: 'changed in one byte',
    file: /locator\/weights\.bin$/,
    answer: (route) =>
      changed(route, (bytes) => {
        bytes[1000] = (bytes[1000] ?? 0) ^ 1;
        return bytes;
      }),
    title: 'The reader is incomplete',
    isReloaded: true,
  },
  {
    name: 'of an older version',
    file: /latin\/manifest\.json$/,
    answer: (route) =>
      changed(route, (bytes) => Buffer.from(bytes.toString().replace(/"version": "\d+/, '"version": "0'))),
    title: 'The reader is incomplete',
    isReloaded: true,
  },
];

for (const { name, file, answer, title, isReloaded } of BROKEN) {
  test(`model files that are ${name}: the page says so, and reads when they are right again`, async ({
    reader,
    page,
    pageErrors,
  }) => {
    await page
      .context()
      .route(MODELS, (route) => (file.test(route.request().url()) ? answer(route) : route.continue()));
    await reader.open();
    await reader.choose([AMOUNT.path]);
    await expect(reader.failure).toContainText(title);
    await expect(reader.failure).toContainText(AMOUNT.file);
    await page.context().unroute(MODELS);
    if (isReloaded) await page.reload();
    else await page.getByRole('button', { name: 'Try again' }).click();
    expect(await reader.readLines()).toEqual(AMOUNT.lines);
    const others = pageErrors.filter((error) => !/^Failed to load resource/.test(error));
    expect(others).toEqual([]);
    pageErrors.length = 0;
  });
}

test('model files that take their time: the page shows how far they are, and stays usable', async ({
  reader,
  page,
}) => {
  await page.context().route(MODELS, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    await route.continue();
  });
  await reader.open();
  await reader.choose([AMOUNT.path]);
  await expect(page.getByRole('listitem').filter({ hasText: 'Load the reader' })).toHaveAttribute(
    'data-state',
    'current',
  );
  await reader.goTo('History');
  await expect(page.getByRole('row').filter({ hasText: AMOUNT.file })).toBeVisible();
  await page.getByRole('row').filter({ hasText: AMOUNT.file }).getByRole('link').click();
  expect(await reader.readLines()).toEqual(AMOUNT.lines);
});
