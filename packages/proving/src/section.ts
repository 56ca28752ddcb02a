/** One thing that was asked of a figure, and what was measured. */
export interface Limit {
  /** What is measured, as a reader knows it: `interactions a second, simple reply, to bare discord.js`. */
  readonly what: string;
  readonly measured: number;
  /** Exactly one of the two is given. */
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Said after the numbers; `×` for a ratio. */
  readonly unit: string;
}

/** What one measurement found, as a page shows it. */
export interface Section {
  /** Names the file and the place in the page: `interactions`. Small letters and hyphens. */
  readonly id: string;
  /** Heads of the table; the first is that of the rows' names. */
  readonly columns: readonly string[];
  /** As many cells each as there are heads. */
  readonly rows: readonly (readonly string[])[];
  readonly limits: readonly Limit[];
}

/** Whether what was measured is as asked. */
export function isMet({ measured, atLeast = -Infinity, atMost = Infinity }: Limit): boolean {
  return measured >= atLeast && measured <= atMost;
}
