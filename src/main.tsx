import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import './app/base/styles/tokens.css';
import './app/base/styles/base.css';
import './app/base/styles/buttons.css';
import './app/base/styles/controls.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { followLanguage } from './app/base/i18n/follow-language';
import { followTheme } from './app/base/settings/follow-theme';
import { beginOffline } from './app/work/offline/begin-offline';
import { followRetention } from './app/work/retention/follow-retention';
import { warnBeforeLeaving } from './app/work/retention/warn-before-leaving';
import { createServices } from './app/work/session/create-services';
import { trustOwnScripts } from './inference/trust-own-scripts';
import { createRecognizer } from './recognizer/create-recognizer';

trustOwnScripts();

const root = document.getElementById('root');
if (!root) {
  throw new Error('index.html has no #root');
}
const services = createServices(createRecognizer());
followTheme(services.settings);
followRetention(services);
warnBeforeLeaving(services);
beginOffline(services);
// Awaited at the top level, it would part the script that arrives first into thirty.
void followLanguage(services.settings).then(() =>
  createRoot(root).render(
    <StrictMode>
      <App services={services} />
    </StrictMode>,
  ),
);
