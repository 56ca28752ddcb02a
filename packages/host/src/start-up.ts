/** How long a step of the start took. */
export interface StepTiming {
  readonly step: string;
  readonly ms: number;
}

/** Measures the steps of the start. */
export class StartUp {
  readonly timings: StepTiming[] = [];

  async step<T>(step: string, work: () => T | Promise<T>): Promise<T> {
    const start = performance.now();
    const result = await work();
    this.timings.push({ step, ms: Math.round(performance.now() - start) });
    return result;
  }

  /** All steps in one line. */
  summary(): string {
    const total = this.timings.reduce((sum, { ms }) => sum + ms, 0);
    return `${total} ms (${this.timings.map(({ step, ms }) => `${step} ${ms}`).join(', ')})`;
  }
}
