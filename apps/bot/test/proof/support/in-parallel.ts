/** Does something with each of many things, some at a time, and resolves with the results in their order. */
export async function inParallel<Thing, Result>(
  things: readonly Thing[],
  atATime: number,
  act: (thing: Thing) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const left = things.entries();
  const work = async (): Promise<void> => {
    for (const [index, thing] of left) results[index] = await act(thing);
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return results;
}
