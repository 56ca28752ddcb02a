/** One row of numbers with its name. */
export interface ChartSeries {
  readonly name: string;
  /** One for each category or label; none may be infinite or not a number. */
  readonly values: readonly number[];
}

/** @throws {RangeError} when a series has not as many values as there are labels, or one is no number. */
export function assertSeries(series: readonly ChartSeries[], labels: number): void {
  for (const { name, values } of series) assertValues(name, values, labels);
}

/** @throws {RangeError} as {@link assertSeries} */
export function assertValues(name: string, values: readonly number[], labels: number): void {
  if (values.length !== labels)
    throw new RangeError(`"${name}" has ${values.length} values for ${labels} labels.`);
  const wrong = values.find((value) => !Number.isFinite(value));
  if (wrong !== undefined) throw new RangeError(`"${name}" holds ${wrong}; finite numbers are accepted.`);
}
