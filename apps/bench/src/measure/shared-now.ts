/** Unix milliseconds with fractions, so that two processes of one machine can tell how long something was between them. */
export function sharedNow(): number {
  return performance.timeOrigin + performance.now();
}
