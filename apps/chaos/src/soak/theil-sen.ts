/** A point of a measured line. */
export interface Sample {
  /** Milliseconds, from any moment. */
  readonly at: number;
  readonly value: number;
}

/**
 * How much a line rises in a millisecond: the median of the slopes of all pairs, which a third of the points may miss by
 * any amount (Theil 1950, Sen 1968).
 *
 * @throws RangeError for fewer than two moments
 */
export function theilSen(samples: readonly Sample[]): number {
  const slopes = samples
    .flatMap((one, index) =>
      samples.slice(index + 1).map((other) => (other.value - one.value) / (other.at - one.at)),
    )
    .filter(Number.isFinite);
  if (slopes.length === 0) throw new RangeError('A line needs two moments.');
  return median(slopes);
}

/** The middle one, or the mean of the two in the middle. @throws RangeError for no numbers */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError('There is no middle of nothing.');
  return (upper + lower) / 2;
}
