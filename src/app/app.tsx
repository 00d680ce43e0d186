import { I18nProvider, useLingui } from '@lingui/react';
import { type ComponentType, lazy, Suspense, useState } from 'react';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { i18n, loadWords, t } from './base/i18n/i18n';
import type { WordsOf } from './base/i18n/languages';
import { useStore } from './base/store/store';
import { ReadPage } from './pages/read/read-page';
import { IntakeProvider } from './parts/intake/intake-provider';
import { ListViews, ListViewsContext } from './parts/ledger/list-views';
import { ErrorBoundary } from './parts/shell/error-boundary';
import { LoadingPage } from './parts/shell/loading-page';
import { Shell } from './parts/shell/shell';
import { type Services, ServicesContext, useServices } from './work/session/services';

/** Pages that nobody sees first are loaded when they are opened, with the words that they say. */
const BatchPage = lazyPage(['lists'], async () => (await import('./pages/batch/batch-page')).BatchPage);
const CameraPage = lazyPage(['camera'], async () => (await import('./pages/camera/camera-page')).CameraPage);
const ContactPage = lazyPage(
  ['contact', 'lists', 'result'],
  async () => (await import('./pages/contact/contact-page')).ContactPage,
);
const CropPage = lazyPage(['crop', 'result'], async () => (await import('./pages/crop/crop-page')).CropPage);
const DrawPage = lazyPage(['draw', 'lists'], async () => (await import('./pages/draw/draw-page')).DrawPage);
const FormPage = lazyPage(['form', 'lists', 'result'], async () => (await import('./pages/form/form-page')).FormPage);
const HistoryPage = lazyPage(['lists'], async () => (await import('./pages/history/history-page')).HistoryPage);
const LockGate = lazyPage(['profiles'], async () => (await import('./pages/profiles/lock-gate')).LockGate);
const ModelPage = lazyPage(['model', 'scripts'], async () => (await import('./pages/model/model-page')).ModelPage);
const NotFoundPage = lazyPage([], async () => (await import('./pages/not-found/not-found-page')).NotFoundPage);
const ProfilePage = lazyPage(['profiles'], async () => (await import('./pages/profiles/profile-page')).ProfilePage);
const ProfileReadyPage = lazyPage(
  ['profiles'],
  async () => (await import('./pages/profiles/profile-ready-page')).ProfileReadyPage,
);
const ResultPage = lazyPage(
  ['result', 'scripts', 'lists'],
  async () => (await import('./pages/result/result-page')).ResultPage,
);
const RoomPage = lazyPage(['storage'], async () => (await import('./pages/storage/room-page')).RoomPage);
const SettingsPage = lazyPage(
  ['settings', 'scripts', 'storage', 'profiles'],
  async () => (await import('./pages/settings/settings-page')).SettingsPage,
);
const SignUpPage = lazyPage(['profiles'], async () => (await import('./pages/profiles/sign-up-page')).SignUpPage);

/** The whole app. */
export function App({ services }: { readonly services: Services }) {
  return (
    <ErrorBoundary>
      <I18nProvider i18n={i18n}>
        <ServicesContext value={services}>
          <UnlockedPages />
        </ServicesContext>
      </I18nProvider>
    </ErrorBoundary>
  );
}

/** While a profile is locked, nothing else is on the page. Another history makes every page begin anew. */
function UnlockedPages() {
  const { session } = useServices();
  const state = useStore(session.state);
  switch (state.phase) {
    case 'open':
      return <Pages key={state.profile?.id ?? ''} />;
    case 'locked':
      return (
        <Suspense fallback={<LoadingPage />}>
          <LockGate key={state.profileId} profileId={state.profileId} />
        </Suspense>
      );
    case 'locking':
      return <p className="page">{t('shell.locking')}</p>;
  }
}

/** Pages are chosen by the hash, so that any static host serves them without rewriting. */
function Pages() {
  // Another language renders everything again: words come from `t`, not from a context.
  useLingui();
  const [listViews] = useState(() => new ListViews());
  return (
    <Router hook={useHashLocation}>
      <ListViewsContext value={listViews}>
        <IntakeProvider>
          <Shell>
            <Suspense fallback={<LoadingPage />}>
              <Switch>
                <Route path="/" component={ReadPage} />
                <Route path="/batch/:id">{({ id }) => <BatchPage key={id} id={id} />}</Route>
                <Route path="/batch/:id/doubts">{({ id }) => <ContactPage key={id} id={id} />}</Route>
                <Route path="/camera" component={CameraPage} />
                <Route path="/crop/:id">{({ id }) => <CropPage key={id} id={id} />}</Route>
                <Route path="/draw" component={DrawPage} />
                <Route path="/form/:id">{({ id }) => <FormPage key={id} id={id} />}</Route>
                <Route path="/history" component={HistoryPage} />
                <Route path="/model" component={ModelPage} />
                <Route path="/profile" component={ProfilePage} />
                <Route path="/profile/ready" component={ProfileReadyPage} />
                <Route path="/sign-up" component={SignUpPage} />
                <Route path="/room" component={RoomPage} />
                <Route path="/settings" component={SettingsPage} />
                <Route path="/result/:id">{({ id }) => <ResultPage key={id} id={id} />}</Route>
                <Route component={NotFoundPage} />
              </Switch>
            </Suspense>
          </Shell>
        </IntakeProvider>
      </ListViewsContext>
    </Router>
  );
}

function lazyPage<Props>(words: readonly WordsOf[], load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => {
    const [page] = await Promise.all([load(), loadWords(...words)]);
    return { default: page };
  });
}
