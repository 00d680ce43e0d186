import { Store } from '../../base/store/store';
import type { Job, JobState, QueueState, Run } from './job';

/** The jobs that the page knows of, for everybody to see; every change goes through here. */
export class JobBoard {
  readonly state = new Store<QueueState>({ jobs: new Map(), run: null });

  get(id: string): Job | undefined {
    return this.state.get().jobs.get(id);
  }

  put(jobs: readonly Job[]): void {
    const next = new Map(this.state.get().jobs);
    for (const job of jobs) {
      next.set(job.id, job);
    }
    this.state.set({ ...this.state.get(), jobs: next });
  }

  /** Jobs that are not there stay away. */
  change(ids: readonly string[], change: Partial<Omit<Job, 'id'>>): void {
    this.put(
      ids.flatMap((id) => {
        const job = this.get(id);
        return job ? [{ ...job, ...change }] : [];
      }),
    );
  }

  move(id: string, state: JobState): void {
    this.change([id], { state });
  }

  remove(ids: readonly string[]): void {
    const jobs = new Map(this.state.get().jobs);
    for (const id of ids) {
      jobs.delete(id);
    }
    this.state.set({ ...this.state.get(), jobs });
  }

  tell(run: Run | null): void {
    this.state.set({ ...this.state.get(), run });
  }
}
