// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ErrorBoundary } from './error-boundary';

beforeEach(() => {
  // React says there what it caught.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(cleanup);

function Broken(): never {
  throw new TypeError('no digits to show');
}

it('shows words and a way on in place of a page that breaks, and nothing of the code', () => {
  render(
    <ErrorBoundary>
      <Broken />
    </ErrorBoundary>,
  );
  const alert = screen.getByRole('alert');
  expect(alert).toHaveTextContent('Something went wrong');
  expect(screen.getByRole('button', { name: 'Reload the page' })).toBeVisible();
  expect(alert).toHaveTextContent('TypeError: no digits to show');
  expect(alert).not.toHaveTextContent(/\bat\b.*error-boundary|\.tsx?:\d+/);
});
