import type { BotMetrics } from '@twi/proving';

const MIB = 1_048_576;

/** Something of a process that must not grow for ever. */
export interface Gauge {
  readonly name: string;
  readonly unit: string;
  /** How much more there may be at the end of the judged part than at its beginning: so many, or so many hundredths. */
  readonly mayGrow: { readonly by: number } | { readonly percent: number };
  readonly read: (values: ReadonlyMap<string, number>) => number;
}

const bytes =
  (metric: string): Gauge['read'] =>
  (values) =>
    (values.get(metric) ?? Number.NaN) / MIB;

/** Sums what carries a label. */
const labelled =
  (metric: string): Gauge['read'] =>
  (values) =>
    [...values].reduce((sum, [name, value]) => (name.startsWith(`${metric}{`) ? sum + value : sum), 0);

/** What is watched. */
export const GAUGES: readonly Gauge[] = [
  {
    name: 'heap in use after a collection',
    unit: 'MiB',
    mayGrow: { percent: 5 },
    read: bytes('nodejs_heap_size_used_bytes'),
  },
  {
    name: 'memory outside of the heap',
    unit: 'MiB',
    mayGrow: { by: 4 },
    read: bytes('nodejs_external_memory_bytes'),
  },
  {
    name: 'resident memory',
    unit: 'MiB',
    mayGrow: { percent: 10 },
    read: bytes('process_resident_memory_bytes'),
  },
  {
    name: 'open files and sockets',
    unit: '',
    mayGrow: { by: 4 },
    read: (values) => values.get('process_open_fds') ?? Number.NaN,
  },
  { name: 'handles', unit: '', mayGrow: { by: 4 }, read: labelled('nodejs_active_handles') },
  {
    name: 'timers, sockets and requests',
    unit: '',
    mayGrow: { by: 8 },
    read: labelled('nodejs_active_resources'),
  },
  {
    name: 'connections to the database',
    unit: '',
    mayGrow: { by: 2 },
    read: (values) =>
      (values.get('twi_database_connections{state="busy"}') ?? Number.NaN) +
      (values.get('twi_database_connections{state="idle"}') ?? Number.NaN),
  },
];

/** What all of them say. */
export async function readGauges(metrics: BotMetrics): Promise<readonly number[]> {
  const values = await metrics.values();
  return GAUGES.map(({ read }) => read(values));
}
