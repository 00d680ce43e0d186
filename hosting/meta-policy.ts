import type { Plugin } from 'vite';
import { META_POLICY } from './headers.ts';

/** Puts the policy into the built page, as early as it can stand: it binds what comes after it. */
export function metaPolicy(): Plugin {
  return {
    name: 'meta-policy',
    // The development server injects an inline script, which the policy forbids.
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => {
        const policy = `<meta http-equiv="Content-Security-Policy" content="${META_POLICY}" />`;
        const withPolicy = html.replace(/(<meta charset="utf-8" \/>)/, `$1\n    ${policy}`);
        if (withPolicy === html) throw new Error('index.html does not begin its head with <meta charset="utf-8" />');
        return withPolicy;
      },
    },
  };
}
