import { expect, type Locator, type Page } from '@playwright/test';

/** The app as a user finds it: by roles and visible words. */
export class ReaderPage {
  constructor(readonly page: Page) {}

  /** @param query e.g. '?backend=webgl' */
  async open(query = ''): Promise<void> {
    await this.page.goto(`./${query}`);
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  /** Presses the button and chooses files in the browser's dialog. */
  async choose(files: readonly string[]): Promise<void> {
    const dialog = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: 'Choose pictures' }).click();
    await (await dialog).setFiles([...files]);
  }

  /** Goes to a page by the bar that every page has. */
  async goTo(name: 'Read' | 'History' | 'Model' | 'Settings'): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click();
  }

  get digits(): Locator {
    return this.page.getByRole('button', { name: /^Digit \d+: / });
  }

  /** A reading with a table is shown as a sheet of cells. */
  get sheets(): Locator {
    return this.page.getByRole('grid');
  }

  get noDigits(): Locator {
    return this.page.getByRole('heading', { name: 'No digits found' });
  }

  get failure(): Locator {
    return this.page.getByRole('alert');
  }

  /** Waits until the picture has been read, whatever came out. */
  async finished(): Promise<void> {
    await expect(this.digits.or(this.sheets).or(this.noDigits).or(this.failure).first()).toBeVisible({
      timeout: 45_000,
    });
  }

  /** The number as it stands on the result page, one entry a line; a space where two numbers are apart. */
  async readLines(): Promise<string[]> {
    await this.finished();
    return this.page
      .locator('[data-line]')
      .evaluateAll((lines) =>
        lines.map((line) =>
          Array.from(line.querySelectorAll('[data-digit], [data-gap]'), (part) =>
            part.matches('button') ? (part.firstChild?.textContent ?? '') : ' ',
          ).join(''),
        ),
      );
  }

  /** Opens the app afresh, hands it a picture and waits for the lines. */
  async read(file: string): Promise<string[]> {
    await this.goTo('Read');
    await this.choose([file]);
    await expect(this.page).toHaveURL(/#\/result\//);
    return this.readLines();
  }
}
