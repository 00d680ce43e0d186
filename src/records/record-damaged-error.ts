/** What is stored of an upload was changed or cut off since it was sealed: it cannot be opened anymore. */
export class RecordDamagedError extends Error {
  constructor(id: string, field: string) {
    super(`the ${field} of ${id} does not open`);
    this.name = 'RecordDamagedError';
  }
}
