import type { JobAsks, JobKind } from './job-table';

/** What goes into the failures of a job: the name of the file, when the job takes a picture. */
export function aboutFile(asks: JobAsks<JobKind>): { readonly fileName?: string } {
  return 'image' in asks ? { fileName: asks.image.file.name } : {};
}
