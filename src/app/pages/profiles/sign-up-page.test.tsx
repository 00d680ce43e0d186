// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadWords } from '../../base/i18n/i18n';
import { FakeRecognizer, resetPage, stubBrowser } from '../../test-page';
import { createServices } from '../../work/session/create-services';
import { ServicesContext } from '../../work/session/services';
import { SignUpPage } from './sign-up-page';

beforeEach(async () => {
  await loadWords('profiles');
  stubBrowser();
  resetPage();
});

afterEach(() => vi.unstubAllGlobals());

function open(): void {
  render(
    <ServicesContext value={createServices(new FakeRecognizer())}>
      <SignUpPage />
    </ServicesContext>,
  );
}

it('takes no passphrase where the browser does not encrypt, and says where it does', () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  open();
  expect(screen.getByText(/only on https pages/)).toBeInTheDocument();
  expect(screen.queryByRole('button')).toBeNull();
  expect(document.querySelector('input')).toBeNull();
});

it('asks for one where it does', () => {
  open();
  expect(screen.queryByText(/only on https pages/)).toBeNull();
  expect(screen.getByRole('button', { name: /create/i })).toBeInTheDocument();
});
