/** Where a client logs in, as handed over by the process that measures it. */
export const API_URL = required('BENCH_API_URL');
export const TOKEN = required('BENCH_TOKEN');

/** Tells the parent that everything is answered from now on, and ends when the parent lets go. */
export function reportReady(): void {
  process.on('disconnect', () => process.exit(0));
  process.send?.('ready');
}

/** The shards that it was told to run, of how many; absent: it runs all. */
export function givenShards():
  | { readonly shards: readonly number[]; readonly shardCount: number }
  | undefined {
  // oxlint-disable-next-line node/no-process-env -- the parent of this process sets it
  const { BENCH_SHARDS, BENCH_SHARD_COUNT } = process.env;
  if (!BENCH_SHARDS) return undefined;
  return { shards: BENCH_SHARDS.split(',').map(Number), shardCount: Number(BENCH_SHARD_COUNT) };
}

/** Reads what the process that measures this one hands over. */
export function required(name: string): string {
  // oxlint-disable-next-line node/no-process-env -- the parent of this process sets it
  const value = process.env[name];
  if (!value) throw new Error(`${name} is set by the process that measures this one.`);
  return value;
}
