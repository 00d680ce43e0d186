/** What goes into the failures of a job: the name of the file, when the job takes one. */
export function aboutFile(asks: object): { readonly fileName?: string } {
  return 'file' in asks && asks.file instanceof File ? { fileName: asks.file.name } : {};
}
