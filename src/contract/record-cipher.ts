/**
 * Seals what is stored and opens it again. A store is handed one and knows nothing of keys; each piece is bound to the
 * record and the field that it belongs to, so that pieces cannot change places.
 */
export interface RecordCipher {
  /** @returns the sealed bytes, never the same twice */
  seal(recordId: string, field: string, plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  /** @returns null when these are not bytes that were sealed with this key for this record and field */
  open(recordId: string, field: string, sealed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null>;
}
