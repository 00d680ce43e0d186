/** What a paste or a drop holds beside files; empty strings where it has no such part. */
export interface GivenText {
  readonly html: string;
  /** Addresses, one a line (RFC 2483). */
  readonly addresses: string;
  readonly text: string;
}

/** Must be called while the event is handled: its data are gone afterwards. */
export function givenText(transfer: DataTransfer | null): GivenText | null {
  const given = {
    html: transfer?.getData('text/html') ?? '',
    addresses: transfer?.getData('text/uri-list') ?? '',
    text: transfer?.getData('text/plain') ?? '',
  };
  return given.html || given.addresses || given.text ? given : null;
}
