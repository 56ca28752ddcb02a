import type { TestBot, TestGuild } from '@twi/testing';
import { sql } from 'kysely';
import { databaseOf } from './stats-scene.ts';

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;

type Message = ReturnType<TestBot['sandbox']['messages']>[number];

/** Changes settings of the plugin as the owner does. */
export async function configure(guild: TestGuild, settings: Readonly<Record<string, string>>): Promise<void> {
  for (const [key, value] of Object.entries(settings)) {
    const { text } = await guild.owner.slash('config set', { plugin: 'stats', key, value });
    if (!text.includes('changed')) throw new Error(text);
  }
}

/** Reports that stand in a channel. */
export function reportsIn(bot: TestBot, channelId: string): Message[] {
  return bot.sandbox.messages(channelId).filter(({ embeds }) => embeds[0]?.title?.startsWith('📊'));
}

/** Numbers of a day as if they had been counted. */
export async function countedOn(
  bot: TestBot,
  guild: TestGuild,
  counted: { userId: string; daysAgo: number; messages: number; channelId?: string },
): Promise<void> {
  const { userId, daysAgo, messages, channelId = guild.channelId } = counted;
  const day = new Date(bot.clock.now().getTime() - daysAgo * DAY_MS).toISOString().slice(0, 10);
  await sql`insert into stats.activity_days
      (guild_id, day, channel_id, user_id, messages, attachments, reactions, voice_seconds)
    values (${guild.id}, ${day}, ${channelId}, ${userId}, ${messages}, 0, 0, 0)`.execute(databaseOf(bot));
}

/** Moves the time to so many minutes after the next hour of a day, by the clock of UTC. */
export async function advanceTo(bot: TestBot, hour: number, minutes = 0): Promise<void> {
  const now = bot.clock.now();
  const next = new Date(now);
  next.setUTCHours(hour, minutes, 0, 0);
  if (next <= now) next.setUTCDate(next.getUTCDate() + 1);
  await bot.clock.advance(`${Math.ceil((next.getTime() - now.getTime()) / SECOND_MS)}s`);
}
