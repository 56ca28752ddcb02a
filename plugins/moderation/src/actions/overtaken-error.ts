/** Somebody was faster: what an action was checked for does not hold any more when it is its turn. */
export class OvertakenError extends Error {
  override readonly name = 'OvertakenError';
}
