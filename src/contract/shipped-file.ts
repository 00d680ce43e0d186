import { INTERFACE_LANGUAGES, type LanguageCode } from './interface-languages';
import { PLATE_MODELS, SCRIPTS_MODEL } from './numeral-scripts';

/** One file of the built site, as the list that the build writes has it. */
export interface ShippedFile {
  /** Relative to the site's folder; '' is the page itself. */
  readonly url: string;
  /** 'sha256-' and the digest in base64, as in HTML's `integrity`. */
  readonly integrity: string;
  readonly bytes: number;
}

/**
 * What is kept on the device together. All scripts belong to the app: a version is complete before it takes over, so no
 * page ever misses one. What is heavy and not wanted by everybody is a row of its own, kept when it is first used.
 */
export const FILE_GROUPS: readonly FileGroup[] = [
  { id: 'scripts', pattern: new RegExp(`(^|/)models/${SCRIPTS_MODEL}/[^/]*\\.bin$`) },
  { id: 'plates', pattern: new RegExp(`(^|/)models/(${Object.values(PLATE_MODELS).join('|')})/[^/]*\\.bin$`) },
  { id: 'reader', pattern: /(^|\/)(weights|self-test)[^/]*\.bin$/ },
  { id: 'decoder-heic', pattern: /(^|\/)(load-)?libheif-[^/]*\.(wasm|js)$/ },
  { id: 'decoder-pdf', pattern: /(^|\/)((open-pdf|pdf\.worker)[^/]*\.m?js|decoders\/.*)$/ },
  { id: 'wasm', pattern: /\.wasm$/ },
  ...INTERFACE_LANGUAGES.map(({ code }) => wordsGroup(code)),
  { id: 'app', pattern: /^/ },
];

interface FileGroup {
  readonly id: FileGroupId;
  readonly pattern: RegExp;
}

export type FileGroupId =
  | 'scripts'
  | 'plates'
  | 'reader'
  | 'decoder-heic'
  | 'decoder-pdf'
  | 'wasm'
  | 'app'
  | `words-${LanguageCode}`;

/** The words of one language, in the file that the build names for it (`vite.config.ts`). */
function wordsGroup(code: LanguageCode): FileGroup {
  return { id: `words-${code}`, pattern: new RegExp(`(^|/)words-${code}\\.[^/]*\\.js$`) };
}

/** What is fetched when the service worker is installed, before anybody asks for it. */
export const FIRST_GROUP: FileGroupId = 'app';

/** The first row that fits. */
export function fileGroup(url: string): FileGroupId {
  return FILE_GROUPS.find((group) => group.pattern.test(url))?.id ?? FIRST_GROUP;
}
