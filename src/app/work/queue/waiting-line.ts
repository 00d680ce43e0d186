/** The pictures that wait, in two lines: those that somebody looks at right now go first, even while the rest is paused. */
export class WaitingLine {
  isPaused = false;
  #urgent: readonly string[] = [];
  #patient: readonly string[] = [];

  get length(): number {
    return this.#urgent.length + this.#patient.length;
  }

  add(ids: readonly string[], isUrgent: boolean): void {
    if (isUrgent) {
      this.#urgent = [...this.#urgent, ...ids];
    } else {
      this.#patient = [...this.#patient, ...ids];
    }
  }

  has(id: string): boolean {
    return this.#urgent.includes(id) || this.#patient.includes(id);
  }

  /** @returns whose turn it is; undefined when nobody waits or the others are paused */
  next(): string | undefined {
    const [first, ...others] = this.#urgent;
    if (first !== undefined) {
      this.#urgent = others;
      return first;
    }
    if (this.isPaused) {
      return undefined;
    }
    const [patient, ...rest] = this.#patient;
    this.#patient = rest;
    return patient;
  }

  /** @returns those of the pictures that did wait */
  remove(ids: readonly string[]): readonly string[] {
    const leaving = new Set(ids);
    const left = [...this.#urgent, ...this.#patient].filter((id) => leaving.has(id));
    this.#urgent = this.#urgent.filter((id) => !leaving.has(id));
    this.#patient = this.#patient.filter((id) => !leaving.has(id));
    return left;
  }

  /** @returns all who waited */
  clear(): readonly string[] {
    const all = [...this.#urgent, ...this.#patient];
    this.#urgent = [];
    this.#patient = [];
    return all;
  }
}
