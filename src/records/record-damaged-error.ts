/** A record was changed or cut off since it was sealed: it cannot be opened anymore. */
export class RecordDamagedError extends Error {
  constructor(table: string, id: string) {
    super(`the record of ${id} in ${table} does not open`);
    this.name = 'RecordDamagedError';
  }
}
