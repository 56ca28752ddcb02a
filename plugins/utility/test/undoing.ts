import { container } from '@sapphire/pieces';
import { AuditLogRepository } from '@twi/database';
import type { TestBot, TestGuild, TestMember } from '@twi/testing';
import { utilityPlugin } from '../src/index.ts';

/** Takes back (or repeats) the newest action of a kind as `/undo` (or `/redo`) does. */
export async function reverse(
  bot: TestBot,
  direction: 'undo' | 'redo',
  { guild, action, by }: { readonly guild: TestGuild; readonly action: string; readonly by: TestMember },
): Promise<string> {
  const logs = new AuditLogRepository(bot.database.handle.db);
  const { rows } = await logs.list(guild.id, { action: `utility.${action}`, limit: 100 });
  // The oldest: what an undo or redo did itself has entries too.
  const entry = rows.at(-1);
  const reversal = utilityPlugin.reversals?.[`utility.${action}`];
  if (!entry || !reversal) throw new Error(`There is nothing to ${direction} for ${action}.`);
  const discordGuild = await bot.host.client.guilds.fetch(guild.id);
  return reversal[direction]({
    guild: discordGuild,
    member: await discordGuild.members.fetch(by.id),
    data: reversal.data.parse(entry.reversal),
    target: entry.target ?? undefined,
    userId: entry.userId ?? undefined,
    container,
  });
}
