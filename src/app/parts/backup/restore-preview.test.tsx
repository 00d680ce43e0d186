// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { render, screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import type { CheckedBackup } from '../../../backup/check-backup';
import { loadWords } from '../../base/i18n/i18n';
import { FakeRecognizer, resetPage, stubBrowser } from '../../test-page';
import { createServices } from '../../work/session/create-services';
import { ServicesContext } from '../../work/session/services';
import type { OpenProfile } from '../../work/session/session';
import { RestorePreview } from './restore-preview';

const MADE_AT = Date.now();
const MANIFEST = {
  format: 'digit-reader-backup',
  version: 1,
  createdAt: MADE_AT,
  uploadCount: 1,
  settings: {},
} as const;
const BACKUP = { manifest: MANIFEST, createdAt: [7] } as unknown as CheckedBackup;
const WARNING = /stored on this device without encryption/;

beforeEach(async () => {
  await loadWords('storage');
  stubBrowser();
  resetPage();
  localStorage.clear();
});

function preview(
  wasLocked: boolean,
  profile: OpenProfile | null = null,
  keep: 'everything' | 'nothing' = 'everything',
) {
  const services = createServices(new FakeRecognizer());
  services.session.state.set({ phase: 'open', profile });
  services.settings.change({ keep, keepOf: profile?.id ?? '' });
  const unused = () => undefined;
  render(
    <ServicesContext value={services}>
      <RestorePreview name="b" backup={BACKUP} wasLocked={wasLocked} onRestore={unused} onCancel={unused} />
    </ServicesContext>,
  );
}

it('says that the pictures of a locked backup lie unencrypted once they are restored without a profile', () => {
  preview(true);
  expect(screen.getByText(WARNING)).toBeInTheDocument();
});

it('names the day of the backup as it stands in a sentence', () => {
  preview(false);
  const day = new Date(MADE_AT).toLocaleDateString('en', { day: 'numeric', month: 'long', year: 'numeric' });
  expect(screen.getByText(/is intact/)).toHaveTextContent(`backed up on ${day}.`);
});

it('says nothing of that where they stay as they are, or where nothing is stored', () => {
  preview(false);
  preview(true, { id: 'p' } as OpenProfile);
  preview(true, null, 'nothing');
  expect(screen.queryByText(WARNING)).toBeNull();
  expect(screen.getAllByText(/is intact/)).toHaveLength(3);
});
