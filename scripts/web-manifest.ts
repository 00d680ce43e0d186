import type { ManifestOptions } from 'vite-plugin-pwa';
import { IMAGE_FORMATS } from '../src/contract/image-formats.ts';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../src/contract/interface-languages.ts';
import { SHARE_FIELD, SHARE_PATH } from '../src/service-worker/messages.ts';
import { readCatalog, readEnglish } from './read-catalogs.ts';

const PAPER = '#faf8f4';

/** Media types with the extensions that files of that type have, as file handlers want them. */
const ACCEPTED = Object.fromEntries(
  IMAGE_FORMATS.flatMap(({ mimeTypes, extensions }) => mimeTypes.map((type) => [type, [...extensions]])),
);

const icon = (name: string, side: number, purpose: 'any' | 'maskable') => ({
  src: `icons/${name}-${side}.png`,
  sizes: `${side}x${side}`,
  type: 'image/png',
  purpose,
});

const shortcut = (name: string, url: string, iconName: string) => ({
  name,
  url,
  icons: [icon(iconName, 96, 'any')],
});

const screenshot = (form: 'wide' | 'narrow', sizes: string, say: (id: string) => string) => ({
  src: `screenshots/${form}.webp`,
  sizes,
  type: 'image/webp',
  form_factor: form,
  label: say(`manifest.screenshot.${form}`),
});

/** What is the same in every language. */
const UNSPOKEN: Partial<ManifestOptions> = {
  start_url: './',
  scope: './',
  display: 'standalone',
  background_color: PAPER,
  theme_color: PAPER,
  categories: ['productivity', 'utilities'],
  icons: [
    { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    icon('app', 192, 'any'),
    icon('app', 512, 'any'),
    icon('app-maskable', 192, 'maskable'),
    icon('app-maskable', 512, 'maskable'),
  ],
  share_target: {
    action: `./${SHARE_PATH}`,
    method: 'POST',
    enctype: 'multipart/form-data',
    params: { files: [{ name: SHARE_FIELD, accept: [...new Set(Object.entries(ACCEPTED).flat(2))] }] },
  },
  file_handlers: [{ action: './', accept: ACCEPTED }],
  // Opening a file or a shortcut must not stop what the open window is reading: the page is told, not loaded again.
  launch_handler: { client_mode: ['focus-existing', 'auto'] },
};

/**
 * What a device needs to know to install the app. All addresses are relative to the manifest, so that the site may lie
 * under any path. There is no `id`: it is resolved against the origin alone, so that two copies under different paths
 * would be taken for one app; without it the start address is what tells apps apart.
 *
 * A manifest has one language. The page names the one of the language that it is shown in; the app stays the same,
 * because the start address does.
 */
export function webManifest({ code, dir }: InterfaceLanguage): Partial<ManifestOptions> {
  const messages: Readonly<Record<string, string>> = { ...readEnglish(), ...readCatalog(code) };
  const say = (id: string): string => messages[id] ?? id;
  const name = say('shell.name');
  return {
    name: say('shell.title').replace('{name}', name),
    short_name: name,
    description: say('manifest.description'),
    lang: code,
    dir,
    ...UNSPOKEN,
    screenshots: [screenshot('wide', '1440x900', say), screenshot('narrow', '720x1280', say)],
    shortcuts: [
      shortcut(say('shell.page.read'), './#/', 'read'),
      shortcut(say('read.draw'), './#/draw', 'draw'),
      shortcut(say('shell.page.history'), './#/history', 'history'),
    ],
  };
}

/** The manifest that the page has from the start. */
export const WEB_MANIFEST = webManifest(INTERFACE_LANGUAGES[0]);
