import type { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Specimen } from './specimen.ts';
import type { Fault, Findings } from './fault.ts';

/** What is on its way when a plugin is unloaded, a request for example, may end by itself. */
const PATIENCE_MS = 2_000;
const POLL_INTERVAL_MS = 50;

/** Unloads the plugin and looks for what stayed: timers, sockets, listeners. Loads and unloads once more for the latter. */
export async function checkUnloading(specimen: Specimen): Promise<Findings> {
  const { bot, plugin } = specimen;
  const { plugins } = bot.host;
  await plugins.unload(plugin.id);
  const left = await leftOver(specimen);
  const listeners = listenerCounts(specimen);
  const handles = handleCounts();
  await plugins.load(plugin.id);
  await plugins.unload(plugin.id);
  return {
    faults: [
      ...left,
      ...addedListeners(listeners, listenerCounts(specimen)),
      ...addedHandles(handles, handleCounts()),
    ],
  };
}

async function leftOver({ timers }: Specimen): Promise<Fault[]> {
  const deadline = performance.now() + PATIENCE_MS;
  while (timers.list().length > 0 && performance.now() < deadline) await sleep(POLL_INTERVAL_MS);
  return Array.from(
    Map.groupBy(timers.list(), (place) => place),
    ([where, { length }]) => ({
      where,
      message: `${length} × timer set here is still there after unloading; use context.every, context.after or context.onUnload.`,
    }),
  );
}

type Counts = ReadonlyMap<string, number>;

/** Kinds of handles that neither the host nor the database opens and closes by itself meanwhile. */
const STEADY_KINDS: ReadonlySet<string> = new Set([
  'TCPServerWrap',
  'PipeWrap',
  'UDPWrap',
  'ProcessWrap',
  'FSEventWrap',
  'StatWatcher',
]);

/** Servers, pipes, processes and watchers that are open. */
function handleCounts(): Counts {
  const kinds = process.getActiveResourcesInfo().filter((kind) => STEADY_KINDS.has(kind));
  return new Map(
    Array.from(
      Map.groupBy(kinds, (kind) => kind),
      ([kind, all]) => [kind, all.length],
    ),
  );
}

function addedHandles(before: Counts, after: Counts): Fault[] {
  return [...after]
    .filter(([kind, count]) => count > (before.get(kind) ?? 0))
    .map(([kind, count]) => ({
      where: 'manifest "setup"',
      message: `${count - (before.get(kind) ?? 0)} × ${kind} stays open after unloading; close it in context.onUnload.`,
    }));
}

function listenerCounts({ bot }: Specimen): Counts {
  const { client } = bot.host;
  const emitters: Readonly<Record<string, EventEmitter>> = { client, process };
  return new Map(
    Object.entries(emitters).flatMap(([name, emitter]) =>
      emitter
        .eventNames()
        .map((event) => [`${name} "${String(event)}"`, emitter.listenerCount(event)] as const),
    ),
  );
}

function addedListeners(before: Counts, after: Counts): Fault[] {
  return [...after]
    .filter(([where, count]) => count > (before.get(where) ?? 0))
    .map(([where, count]) => ({
      where: `event of the ${where}`,
      message: `${count - (before.get(where) ?? 0)} listener(s) stay after unloading; use "pieces.listeners", or remove them in context.onUnload.`,
    }));
}
