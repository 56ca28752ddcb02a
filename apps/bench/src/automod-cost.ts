import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { container } from '@sapphire/pieces';
import { createTestDatabase } from '@twi/database/testing';
import { startHost } from '@twi/host';
import { moderationPlugin } from '@twi/plugin-moderation';
import { startSandbox } from '@twi/sandbox';
import type { GuildMember, GuildTextBasedChannel } from 'discord.js';
import { automodRules } from './automod-rules.ts';
import { median } from './measure/percentile.ts';

/** Short enough that the host's watch over blocked loops does not mistake a round for a fault. */
const MESSAGES = 1_000;
const ROUNDS = 5;
/** What a busy server writes, and what one process has to keep up with. */
const PER_SECOND = 500;
const WORDS =
  'hello there everybody look what we made today it is really nice isn’t it привет 😀 ok https://example.org/page lol'.split(
    ' ',
  );

/** What rules cost for each message, in microseconds of processor time. */
export interface AutomodFigures {
  readonly rules: number;
  readonly judgeUs: number;
  /** The same with no rules: building what rules look at. */
  readonly withoutRulesUs: number;
  /** The part of one core that so many messages a second take. */
  readonly share: number;
  readonly perSecond: number;
}

/** Asks the rules of a real host, fifty of all kinds, about messages that none of them minds. */
export async function measureAutomod(): Promise<AutomodFigures> {
  await using database = await createTestDatabase();
  await using sandbox = await startSandbox({ scene: 'empty' });
  const owner = sandbox.createUser({ username: 'owner' });
  const guild = sandbox.createGuild({ name: 'Bench', ownerId: owner.id });
  const channelId = guild.addChannel({ name: 'general' }).id;
  const directory = await mkdtemp(join(tmpdir(), 'twi-bench-'));
  const host = await startHost({
    token: sandbox.token,
    apiUrl: sandbox.apiUrl,
    databaseUrl: database.url,
    dataDir: directory,
    givenPlugins: [{ plugin: moderationPlugin }],
    logLevel: 'error',
  });
  try {
    const cached = await host.client.guilds.fetch(guild.id);
    const member = await cached.members.fetch(owner.id);
    const channel = await cached.channels.fetch(channelId);
    if (!channel?.isTextBased()) throw new Error('The channel is gone.');
    const withoutRulesUs = await judge(member, channel);
    const rules = automodRules();
    for (const rule of rules) await container.moderation.automod.rules.add(rule, member);
    const judgeUs = await judge(member, channel);
    const share = (judgeUs * PER_SECOND) / 1_000_000;
    return { rules: rules.length, judgeUs, withoutRulesUs, share, perSecond: PER_SECOND };
  } finally {
    await host.stop('the benchmark is done');
    await rm(directory, { recursive: true, force: true });
  }
}

/** Microseconds of processor time a message, the median of some rounds; the first is thrown away, when everything is compiled. */
async function judge(member: GuildMember, channel: GuildTextBasedChannel): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const start = process.cpuUsage();
    for (let message = 0; message < MESSAGES; message += 1)
      await container.moderation.automod.testText(textOf(message), { member, channel });
    await setImmediate();
    const { user, system } = process.cpuUsage(start);
    rounds.push((user + system) / MESSAGES);
  }
  return median(rounds.slice(1));
}

function textOf(message: number): string {
  const length = 5 + (message % 20);
  return Array.from({ length }, (_, at) => WORDS[(message * 7 + at * 5) % WORDS.length]).join(' ') + message;
}
