/**
 * Types computed bits as the flags they are: enumerations name single flags, not their combinations and not the lack of all.
 *
 * @param bits flags combined with `|`, or 0
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the place that receives the bits says which flags they are
export function bitFlags<Flags extends number>(bits: number): Flags {
  // -- no check at run time could tell one enumeration's bits from another's
  return bits as Flags;
}
