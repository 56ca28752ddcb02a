/** The texts of a catalogue, however deep, with their keys. */
export function* textLeaves(words: object, prefix = ''): Generator<readonly [key: string, text: string]> {
  for (const [key, value] of Object.entries(words) as [string, unknown][])
    if (typeof value === 'string') yield [`${prefix}${key}`, value];
    else if (typeof value === 'object' && value !== null) yield* textLeaves(value, `${prefix}${key}.`);
}
