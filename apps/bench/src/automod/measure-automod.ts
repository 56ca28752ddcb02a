import { setImmediate } from 'node:timers/promises';
import { container } from '@sapphire/pieces';
import { moderationPlugin } from '@twi/plugin-moderation';
import type { Section } from '@twi/proving';
import type { GuildMember, GuildTextBasedChannel } from 'discord.js';
import { startMeasuredHost } from '../measure/measured-host.ts';
import { median } from '../measure/percentile.ts';
import { automodRules } from './automod-rules.ts';

/** Short enough that the host's watch over blocked loops does not mistake a round for a fault. */
const MESSAGES = 1_000;
const ROUNDS = 5;
/** What a busy server writes, and what one process has to keep up with. */
const PER_SECOND = 500;
/** Of one core, with messages at that rate. */
const MOST_OF_A_CORE_PERCENT = 25;
const US_PER_SECOND = 1_000_000;
const WORDS =
  'hello there everybody look what we made today it is really nice isn’t it привет 😀 ok https://example.org/page lol'.split(
    ' ',
  );

/** Asks the rules of a real host, fifty of all kinds, about messages that none of them minds. */
export async function measureAutomod(): Promise<Section> {
  await using measured = await startMeasuredHost({ plugins: [moderationPlugin] });
  const { sandbox, host } = measured;
  const owner = sandbox.createUser({ username: 'owner' });
  const guild = sandbox.createGuild({ name: 'Bench', ownerId: owner.id });
  const channelId = guild.addChannel({ name: 'general' }).id;
  const cached = await host.client.guilds.fetch(guild.id);
  const member = await cached.members.fetch(owner.id);
  const channel = await cached.channels.fetch(channelId);
  if (!channel?.isTextBased()) throw new Error('The channel is gone.');
  const withoutRulesUs = await judge(member, channel);
  const rules = automodRules();
  for (const rule of rules) await container.moderation.automod.rules.add(rule, member);
  const judgeUs = await judge(member, channel);
  return sectionOf([
    { rules: 0, us: withoutRulesUs },
    { rules: rules.length, us: judgeUs },
  ]);
}

interface JudgeCost {
  readonly rules: number;
  /** Of processor time, for a message. */
  readonly us: number;
}

function sectionOf(costs: readonly JudgeCost[]): Section {
  return {
    id: 'automod',
    columns: ['rules', 'µs a message', `% of a core at ${PER_SECOND} messages/s`],
    rows: costs.map(({ rules, us }) => [String(rules), us.toFixed(0), percentOfCore(us).toFixed(1)]),
    limits: [
      {
        what: `one core, with ${costs.at(-1)?.rules} rules at ${PER_SECOND} messages a second`,
        measured: percentOfCore(costs.at(-1)?.us ?? Number.NaN),
        atMost: MOST_OF_A_CORE_PERCENT,
        unit: '%',
      },
    ],
  };
}

function percentOfCore(us: number): number {
  return ((us * PER_SECOND) / US_PER_SECOND) * 100;
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
