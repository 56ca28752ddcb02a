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
  const before = listenerCounts(specimen);
  await plugins.load(plugin.id);
  await plugins.unload(plugin.id);
  return { faults: [...left, ...addedListeners(before, listenerCounts(specimen))] };
}

async function leftOver({ resources }: Specimen): Promise<Fault[]> {
  const deadline = performance.now() + PATIENCE_MS;
  while (resources.list().length > 0 && performance.now() < deadline) await sleep(POLL_INTERVAL_MS);
  const byPlace = Map.groupBy(resources.list(), ({ where }) => where);
  return Array.from(byPlace, ([where, open]) => ({
    where,
    message: `${open.length} × ${open[0]?.kind ?? 'resource'} opened here is still there after unloading; use context.every, context.after or context.onUnload.`,
  }));
}

type ListenerCounts = ReadonlyMap<string, number>;

function listenerCounts({ bot }: Specimen): ListenerCounts {
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

function addedListeners(before: ListenerCounts, after: ListenerCounts): Fault[] {
  return [...after]
    .filter(([where, count]) => count > (before.get(where) ?? 0))
    .map(([where, count]) => ({
      where: `event of the ${where}`,
      message: `${count - (before.get(where) ?? 0)} listener(s) stay after unloading; use "pieces.listeners", or remove them in context.onUnload.`,
    }));
}
