/** The part of the browser's `trustedTypes` that is used here (W3C Trusted Types); some browsers have none. */
interface TrustedTypePolicies {
  readonly createPolicy: (name: 'default', rules: { createScriptURL: (url: string) => string | null }) => unknown;
}

/**
 * Where the browser enforces Trusted Types, scripts start from this site's own files alone: every other address, and text
 * that would become a script or a part of the page, is refused. Called first in the page and in each worker that starts
 * others; self-contained, since the threads of WebAssembly carry its text.
 */
export function trustOwnScripts(): void {
  const { trustedTypes, location } = globalThis as unknown as {
    trustedTypes?: TrustedTypePolicies;
    location: Location;
  };
  trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => (new URL(url, location.href).origin === location.origin ? url : null),
  });
}
