import { setTimeout as delay } from 'node:timers/promises';
import { type MemberActor, type Sandbox, startSandbox } from '@twi/sandbox';
import { ClientProcess } from './measure/client-process.ts';
import { percentile } from './measure/percentile.ts';
import { sharedNow } from './measure/shared-now.ts';

const GUILDS = 10_000;
const EVENTS_PER_SECOND = 5_000;
const SECONDS = 30;
const EVENTS = EVENTS_PER_SECOND * SECONDS;
/** How long the sender leaves the event loop to the gateway between two bursts. */
const PAUSE_MS = 1;

/** How the sandbox carried a steady stream of messages; times in milliseconds. */
export interface LoadFigures {
  readonly guilds: number;
  readonly perSecond: number;
  readonly sent: number;
  readonly received: number;
  /** How long the whole stream took to send; it was to take `sent / perSecond`. */
  readonly sendingMs: number;
  /** The furthest that any event was sent after its turn. */
  readonly greatestLagMs: number;
  /** From sending to the client's listener. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Medians of the first and the last third of the stream: a backlog that grows parts them. */
  readonly firstThirdMs: number;
  readonly lastThirdMs: number;
}

/** Lets members write in many guilds at a steady rate while a discord.js client in its own process listens. */
export async function measureSandboxLoad(): Promise<LoadFigures> {
  await using sandbox = await startSandbox({ scene: 'empty', rateLimits: false, validate: false, record: 0 });
  const members = populate(sandbox);
  await using client = await ClientProcess.start('event-counter.ts', {
    BENCH_API_URL: sandbox.apiUrl,
    BENCH_TOKEN: sandbox.token,
  });
  const sending = await sendSteadily(members);
  const delays = await client.ask<readonly number[]>();
  const third = Math.floor(delays.length / 3);
  return {
    guilds: GUILDS,
    perSecond: EVENTS_PER_SECOND,
    sent: EVENTS,
    received: delays.length,
    ...sending,
    p50Ms: percentile(delays, 0.5),
    p99Ms: percentile(delays, 0.99),
    firstThirdMs: percentile(delays.slice(0, third), 0.5),
    lastThirdMs: percentile(delays.slice(-third), 0.5),
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

async function sendSteadily(
  members: readonly MemberActor[],
): Promise<{ sendingMs: number; greatestLagMs: number }> {
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
  return { sendingMs: performance.now() - start, greatestLagMs };
}
