import type { ManifestOptions } from 'vite-plugin-pwa';
import { IMAGE_FORMATS } from '../src/contract/image-formats.ts';
import { SHARE_FIELD, SHARE_PATH } from '../src/service-worker/messages.ts';

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

/**
 * What a device needs to know to install the app. All addresses are relative to the manifest, so that the site may lie
 * under any path. There is no `id`: it is resolved against the origin alone, so that two copies under different paths
 * would be taken for one app; without it the start address is what tells apps apart.
 */
export const WEB_MANIFEST: Partial<ManifestOptions> = {
  name: 'Digit Reader: read handwritten numbers',
  short_name: 'Digit Reader',
  description: 'Reads handwritten numbers in photos and scans. Pictures never leave the device.',
  lang: 'en',
  dir: 'ltr',
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
  screenshots: [
    {
      src: 'screenshots/wide.webp',
      sizes: '1440x900',
      type: 'image/webp',
      form_factor: 'wide',
      label: 'A score sheet beside the numbers that were read from it',
    },
    {
      src: 'screenshots/narrow.webp',
      sizes: '720x1280',
      type: 'image/webp',
      form_factor: 'narrow',
      label: 'The number that was read from a photo',
    },
  ],
  shortcuts: [
    shortcut('Read', './#/', 'read'),
    shortcut('Draw', './#/draw', 'draw'),
    shortcut('History', './#/history', 'history'),
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
