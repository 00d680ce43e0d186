import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

const CATALOG = /\/i18n\/catalogs\/(en\/)?[\w-]+\.json$/;

/**
 * Compiles message catalogs (id -> ICU message) while they are bundled, so that no parser of messages is shipped.
 *
 * @throws when a message is no ICU message
 */
export function compileCatalogs(): Plugin {
  return {
    name: 'compile-catalogs',
    enforce: 'pre',
    transform: {
      filter: { id: CATALOG },
      handler(code) {
        const messages = JSON.parse(code) as Readonly<Record<string, string>>;
        const compiled = Object.entries(messages).map(([id, message]) => [id, compileMessage(message)]);
        return { code: `export default ${JSON.stringify(Object.fromEntries(compiled))}`, moduleType: 'js', map: null };
      },
    },
  };
}
