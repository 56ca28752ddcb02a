/** Tells whether a message is later than another, by their ids; nothing is later than what is not known. */
export function isAfter(id: string, other: string | undefined): boolean {
  return other !== undefined && BigInt(id) > BigInt(other);
}
