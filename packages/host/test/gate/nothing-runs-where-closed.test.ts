import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createRedact } from '../../src/logging/redact.ts';
import { Quarantine } from '../../src/quarantine/quarantine.ts';
import { QuarantineStore } from '../../src/quarantine/quarantine-store.ts';
import { silentLogger } from '../silent-logger.ts';
import { silentMetrics } from '../silent-metrics.ts';
import { type Bench, benchGuild, startBench } from '../start-bench.ts';
import { everyUse, type Place } from './gateway-packets.ts';
import { probePlugin, type Ran, WAYS } from './probe-plugin.ts';

const TESTED = ['alpha', 'beta'] as const;
/** On everywhere, and used last: when it has answered, everything before it has had its turn. */
const CONTROL = 'control';

let ran: Ran[] = [];
let bench: Bench;
/** Of another process, which tells the host through PostgreSQL. */
let quarantine: Quarantine;
let store: QuarantineStore;
const places: Place[] = [];

beforeAll(async () => {
  const plugins = [...TESTED, CONTROL].map((id) => probePlugin(id, (what) => ran.push(what)));
  bench = await startBench(plugins);
  for (let index = 0; index < 2; index += 1) {
    const { guild, channelId, member } = await benchGuild(bench, [CONTROL]);
    const { sandbox } = bench;
    places.push({
      guildId: guild.id,
      channelId,
      userId: member.userId,
      botId: sandbox.bot.id,
      applicationId: sandbox.application.id,
    });
  }
  const quiet = { logger: silentLogger, metrics: silentMetrics };
  quarantine = new Quarantine({ ...quiet, redact: createRedact() });
  const database = bench.database.handle;
  store = await QuarantineStore.start({
    quarantine,
    database,
    logger: silentLogger,
    versionOf: () => '0.0.0',
  });
});
afterAll(async () => {
  await store.close();
  await bench[Symbol.asyncDispose]();
});

async function setStopped(id: string, isStopped: boolean): Promise<void> {
  if (!isStopped) quarantine.release(id);
  else for (let fault = 0; fault < 11; fault += 1) quarantine.fault(id, new Error('broken'));
  const expected = isStopped ? 'quarantined' : 'open';
  await vi.waitFor(() => expect(bench.host.gate.decide(id, undefined)).toBe(expected), { interval: 2 });
}

/** Uses everything of every plugin in every guild; resolves when all of it has had its turn. */
async function useEverything(): Promise<Ran[]> {
  ran = [];
  const { client, httpPort } = bench.host;
  const shard = client.ws.shards.first();
  for (const place of places)
    for (const plugin of [...TESTED, CONTROL]) {
      // Private in discord.js's types: what its gateway connection calls with each packet.
      for (const packet of everyUse(plugin, place)) client.ws['handlePacket'](packet, shard);
      await fetch(`http://127.0.0.1:${httpPort}/plugins/${plugin}/hook/${place.guildId}`);
    }
  await vi.waitFor(
    () => {
      for (const { guildId } of places) expect(waysOf(CONTROL, guildId)).toEqual(new Set(WAYS));
    },
    { timeout: 5_000, interval: 5 },
  );
  // What ran was told at once; one more turn for whatever was a step behind the control.
  await new Promise((resolve) => setTimeout(resolve, 5));
  return ran;
}

function waysOf(plugin: string, guildId: string): Set<string> {
  return new Set(
    ran.filter((one) => one.plugin === plugin && one.guildId === guildId).map(({ what }) => what),
  );
}

/** What is true of the tested plugins, as simply as it can be said. */
interface Model {
  readonly enabled: Set<string>;
  readonly stopped: Set<string>;
}

const plugin = fc.constantFrom(...TESTED);
const guild = fc.constantFrom(0, 1);
const operation = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('enable' as const), plugin, guild }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('disable' as const), plugin, guild }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('stop' as const), plugin, guild }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('release' as const), plugin, guild }) },
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

async function apply(model: Model, { do: what, plugin: id, guild: index }: Operation): Promise<void> {
  const { enablement } = bench.host;
  const guildId = places[index]?.guildId ?? '';
  const key = `${id} ${guildId}`;
  switch (what) {
    case 'enable':
      await enablement.enable(guildId, [id], undefined);
      model.enabled.add(key);
      break;
    case 'disable':
      await enablement.disable(guildId, [id], undefined);
      model.enabled.delete(key);
      break;
    case 'stop':
      await setStopped(id, true);
      model.stopped.add(id);
      break;
    case 'release':
      await setStopped(id, false);
      model.stopped.delete(id);
      break;
  }
}

test('nothing of a plugin runs where it is off or stopped, and everything of it where it is on', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 6 }), async (operations) => {
      const model: Model = { enabled: new Set(), stopped: new Set() };
      for (const id of TESTED) {
        await setStopped(id, false);
        for (const { guildId } of places) await bench.host.enablement.disable(guildId, [id], undefined);
      }

      for (const step of operations) {
        await apply(model, step);
        await useEverything();
        for (const id of TESTED)
          for (const { guildId } of places) {
            const isOpen = model.enabled.has(`${id} ${guildId}`) && !model.stopped.has(id);
            expect(waysOf(id, guildId)).toEqual(isOpen ? new Set(WAYS) : new Set());
          }
      }
    }),
    { numRuns: 12 },
  );
}, 60_000);
