/** Where a client logs in, as handed over by the process that measures it. */
export const API_URL = required('BENCH_API_URL');
export const TOKEN = required('BENCH_TOKEN');

/** Tells the parent that everything is answered from now on, and ends when the parent lets go. */
export function reportReady(): void {
  process.on('disconnect', () => process.exit(0));
  process.send?.('ready');
}

/** Reads what the process that measures this one hands over. */
export function required(name: string): string {
  // oxlint-disable-next-line node/no-process-env -- the parent of this process sets it
  const value = process.env[name];
  if (!value) throw new Error(`${name} is set by the process that measures this one.`);
  return value;
}
