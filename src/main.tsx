import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import './app/styles/tokens.css';
import './app/styles/base.css';
import './app/styles/controls.css';
import './app/styles/shell.css';
import './app/styles/read.css';
import './app/styles/history.css';
import './app/styles/settings.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { followRetention } from './app/keeping/follow-retention';
import { warnBeforeLeaving } from './app/keeping/warn-before-leaving';
import { beginOffline } from './app/offline/begin-offline';
import { followTheme } from './app/settings/follow-theme';
import { createServices } from './app/state/create-services';
import { createRecognizer } from './recognize/create-recognizer';

const root = document.getElementById('root');
if (!root) {
  throw new Error('index.html has no #root');
}
const services = createServices(createRecognizer());
followTheme(services.settings);
followRetention(services);
warnBeforeLeaving(services);
beginOffline(services);
createRoot(root).render(
  <StrictMode>
    <App services={services} />
  </StrictMode>,
);
