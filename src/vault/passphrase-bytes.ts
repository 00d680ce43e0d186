/**
 * The bytes of a passphrase: UTF-8 of its composed form, as RFC 8265 (OpaqueString) has it, because keyboards differ in
 * whether an accented letter is one sign or two. An empty one becomes a zero byte, which nobody can type: it opens
 * nothing, and finding that out takes as long as with any other.
 */
export function passphraseBytes(passphrase: string): Uint8Array<ArrayBuffer> {
  return passphrase === '' ? new Uint8Array(1) : new TextEncoder().encode(passphrase.normalize('NFC'));
}
