interface InertPolicy {
  readonly createHTML: (text: string) => string;
}

interface TrustedTypePolicies {
  readonly createPolicy: (name: 'inert-documents', rules: InertPolicy) => InertPolicy;
}

let policy: InertPolicy | undefined;

/** A document of its own that loads nothing and runs nothing, whatever the text says. */
export function parseInert(text: string): Document {
  const { trustedTypes } = globalThis as unknown as { trustedTypes?: TrustedTypePolicies };
  policy ??= trustedTypes?.createPolicy('inert-documents', { createHTML: (given) => given });
  return new DOMParser().parseFromString(policy ? policy.createHTML(text) : text, 'text/html');
}
