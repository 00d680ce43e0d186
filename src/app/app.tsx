import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { IntakeProvider } from './intake/intake-provider';
import { ModelPage } from './model/model-page';
import { HistoryPage } from './past/history-page';
import { ReadPage } from './read/read-page';
import { ResultPage } from './result/result-page';
import { ErrorBoundary } from './shell/error-boundary';
import { NotFoundPage } from './shell/not-found-page';
import { Shell } from './shell/shell';
import { type Services, ServicesContext } from './state/services';

/** The whole app. Pages are chosen by the hash, so that any static host serves them without rewriting. */
export function App({ services }: { readonly services: Services }) {
  return (
    <ErrorBoundary>
      <ServicesContext value={services}>
        <Router hook={useHashLocation}>
          <IntakeProvider>
            <Shell>
              <Switch>
                <Route path="/" component={ReadPage} />
                <Route path="/history" component={HistoryPage} />
                <Route path="/model" component={ModelPage} />
                <Route path="/result/:id">{({ id }) => <ResultPage key={id} id={id} />}</Route>
                <Route component={NotFoundPage} />
              </Switch>
            </Shell>
          </IntakeProvider>
        </Router>
      </ServicesContext>
    </ErrorBoundary>
  );
}
