import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from '@twi/sandbox';
import type { Attack } from '../attacks/attack.ts';

const DROP_EVERY_MS = 2_000;
const RECONNECT_EVERY_MS = 3_000;
const REORDER_WITHIN_MS = 200;
const DUPLICATED = 0.5;

/** Does something again and again. */
async function every(periodMs: number, forMs: number, act: () => void): Promise<void> {
  for (let left = forMs; left > 0; left -= periodMs) {
    act();
    await sleep(Math.min(periodMs, left));
  }
}

/** What Discord's gateway does on bad days. */
export const GATEWAY_ATTACKS: readonly Attack[] = [
  {
    name: 'connections cut every 2 s',
    play: ({ faults }, forMs) => every(DROP_EVERY_MS, forMs, () => faults.dropGateway()),
  },
  {
    name: 'reconnects asked for every 3 s',
    play: ({ faults }, forMs) => every(RECONNECT_EVERY_MS, forMs, () => faults.requestReconnect()),
  },
  {
    name: 'invalid sessions that can be resumed',
    play: ({ faults }, forMs) => every(RECONNECT_EVERY_MS, forMs, () => faults.invalidateSession(true)),
  },
  {
    name: 'invalid sessions that cannot be resumed',
    losesEvents: true,
    play: ({ faults }, forMs) => every(RECONNECT_EVERY_MS, forMs, () => faults.invalidateSession(false)),
  },
  {
    name: 'every other event twice',
    play: async ({ faults }, forMs) => {
      faults.duplicateEvents(DUPLICATED);
      await sleep(forMs);
    },
  },
  {
    name: 'events in the opposite order',
    play: async ({ faults }, forMs) => {
      faults.reorderEvents(REORDER_WITHIN_MS);
      await sleep(forMs);
    },
  },
  {
    name: 'heartbeats without an answer',
    losesEvents: true,
    play: async ({ faults }, forMs) => {
      faults.ignoreHeartbeats(true);
      await sleep(forMs);
    },
  },
  {
    name: 'half-open connections',
    losesEvents: true,
    play: async ({ faults }, forMs) => {
      faults.freezeGateway();
      await sleep(forMs);
    },
  },
  {
    name: 'slow HELLO and READY',
    losesEvents: true,
    play: async ({ faults }, forMs) => {
      faults.slowGateway({ helloMs: forMs / 4, loginMs: forMs / 4 });
      faults.dropGateway();
      await sleep(forMs);
    },
  },
  {
    name: 'a guild that is unavailable',
    losesEvents: true,
    play: async (sandbox, forMs) => {
      const away = lastGuild(sandbox);
      sandbox.faults.guildOutage(away, true);
      await sleep(forMs);
      sandbox.faults.guildOutage(away, false);
    },
  },
];

function lastGuild({ guilds }: Sandbox): string {
  return guilds.at(-1)?.id ?? '';
}
