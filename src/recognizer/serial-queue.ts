/** Runs jobs one after the other, in the order they were given; a job that fails does not stop the next. */
export class SerialQueue {
  #tail: Promise<unknown> = Promise.resolve();

  run<Value>(job: () => Promise<Value>): Promise<Value> {
    const outcome = this.#tail.then(job);
    this.#tail = outcome.catch(() => {});
    return outcome;
  }
}
