import { expect, type Page } from '@playwright/test';

export const PASSPHRASE = 'lantern gravel pumpkin orbit';

interface SignUp {
  readonly name?: string;
  readonly passphrase?: string;
  /** What becomes of the open history, where there is one. */
  readonly moves?: boolean;
}

/** Makes a profile as a person does, beginning on any page. */
export async function signUp(page: Page, { name = 'Ada', passphrase = PASSPHRASE, moves }: SignUp = {}): Promise<void> {
  await page.goto('./#/sign-up');
  await page.getByLabel('Profile name').fill(name);
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Repeat the passphrase').fill(passphrase);
  await page.getByLabel('I understand that a forgotten passphrase cannot be recovered').check();
  if (moves !== undefined) {
    await page.getByLabel(moves ? 'Move into the profile' : /^Leave where/).check();
  }
  await page.getByRole('button', { name: 'Create the profile' }).click();
  await expect(page.getByRole('heading', { name: 'Your profile is ready' })).toBeVisible({ timeout: 45_000 });
}

/** Types a passphrase on the lock screen and waits for what comes of it. */
export async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
}

/** Locks by the button in the top bar and waits for the lock screen. */
export async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
}
