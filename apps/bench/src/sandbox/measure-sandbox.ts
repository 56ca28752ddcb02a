import { setTimeout as delay } from 'node:timers/promises';
import type { Section } from '@twi/proving';
import { type MemberActor, type Sandbox, startSandbox } from '@twi/sandbox';
import { ClientProcess } from '../measure/client-process.ts';
import { percentile } from '../measure/percentile.ts';
import { sharedNow } from '../measure/shared-now.ts';

const GUILDS = 10_000;
const EVENTS_PER_SECOND = 5_000;
const SECONDS = 30;
const EVENTS = EVENTS_PER_SECOND * SECONDS;
/** Further behind, the client would be falling behind instead of catching up after a pause. */
const MOST_DELAY_MS = 1_000;
/** How long the sender leaves the event loop to the gateway between two bursts. */
const PAUSE_MS = 1;

/** Lets members write in many guilds at a steady rate while a discord.js client in its own process listens. */
export async function measureSandbox(): Promise<Section> {
  await using sandbox = await startSandbox({ scene: 'empty', rateLimits: false, validate: false, record: 0 });
  const members = populate(sandbox);
  await using client = await ClientProcess.start('event-counter.ts', {
    BENCH_API_URL: sandbox.apiUrl,
    BENCH_TOKEN: sandbox.token,
  });
  const sending = await sendSteadily(members);
  return sectionOf(sending, await client.ask<readonly number[]>());
}

interface Sending {
  /** How long the whole stream took to send. */
  readonly tookMs: number;
  /** The furthest that any event was sent after its turn. */
  readonly greatestLagMs: number;
}

function sectionOf({ tookMs, greatestLagMs }: Sending, delays: readonly number[]): Section {
  const third = Math.floor(delays.length / 3);
  // A backlog that grows parts the two.
  const [first, last] = [delays.slice(0, third), delays.slice(-third)].map((part) => percentile(part, 0.5));
  const perSecond = (EVENTS / tookMs) * 1_000;
  return {
    id: 'sandbox',
    columns: [`${GUILDS.toLocaleString('en')} guilds, ${SECONDS} s`, ''],
    rows: [
      ['events sent', EVENTS.toLocaleString('en')],
      ['events received', delays.length.toLocaleString('en')],
      ['sent per second', perSecond.toFixed(0)],
      ['greatest lag behind the schedule, ms', greatestLagMs.toFixed(0)],
      ['delay to the client, p50 ms', percentile(delays, 0.5).toFixed(1)],
      ['delay to the client, p99 ms', percentile(delays, 0.99).toFixed(1)],
      ['p50 of the first third, ms', (first ?? Number.NaN).toFixed(1)],
      ['p50 of the last third, ms', (last ?? Number.NaN).toFixed(1)],
    ],
    limits: [
      {
        what: 'events received of those sent',
        measured: (delays.length / EVENTS) * 100,
        atLeast: 100,
        unit: '%',
      },
      {
        what: 'events sent of those that were due each second',
        measured: (perSecond / EVENTS_PER_SECOND) * 100,
        atLeast: 99,
        unit: '%',
      },
      {
        what: 'delay of the last events, median',
        measured: last ?? Number.NaN,
        atMost: MOST_DELAY_MS,
        unit: 'ms',
      },
    ],
  };
}

/** One member, not the owner, in a channel of each guild. */
function populate(sandbox: Sandbox): MemberActor[] {
  const { id } = sandbox.createUser({ username: 'writer' });
  return Array.from({ length: GUILDS }, (_, index) => {
    const guild = sandbox.createGuild({ name: `Guild ${index}` });
    guild.addMember(id);
    return sandbox.as(id, { channelId: guild.addChannel({ name: 'general' }).id });
  });
}

async function sendSteadily(members: readonly MemberActor[]): Promise<Sending> {
  const start = performance.now();
  let greatestLagMs = 0;
  let sent = 0;
  while (sent < EVENTS) {
    const due = Math.min(EVENTS, ((performance.now() - start) / 1_000) * EVENTS_PER_SECOND);
    for (; sent < due; sent += 1) {
      const turnMs = (sent / EVENTS_PER_SECOND) * 1_000;
      greatestLagMs = Math.max(greatestLagMs, performance.now() - start - turnMs);
      await members[sent % members.length]?.send(String(sharedNow()));
    }
    await delay(PAUSE_MS);
  }
  return { tookMs: performance.now() - start, greatestLagMs };
}
