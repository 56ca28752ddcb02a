import { container } from '@sapphire/pieces';
import { AuditLogRepository } from '@twi/database';
import type { TestBot, TestGuild, TestMember, TestReply } from '@twi/testing';
import { creatorLinksPlugin } from '../src/index.ts';

/** A guild with the plugin on: a moderator, two creators, and an age-restricted channel beside the usual one. */
export interface Scene {
  readonly guild: TestGuild;
  readonly staff: TestMember;
  readonly cat: TestMember;
  readonly dog: TestMember;
  readonly adults: { readonly id: string };
}

export async function newScene(bot: TestBot): Promise<Scene> {
  const guild = await bot.guild({ enable: ['creator-links'], prefix: '!' });
  return {
    guild,
    staff: guild.member({ username: 'staff', permissions: ['ManageMessages'] }),
    cat: guild.member({ username: 'cat' }),
    dog: guild.member({ username: 'dog' }),
    adults: guild.sandbox.addChannel({ name: 'adults', nsfw: true }),
  };
}

/** Where the buttons of a reply lead. */
export function linksIn(reply: TestReply): readonly string[] {
  return (reply.message.components ?? []).flatMap((row) =>
    'components' in row ? row.components.flatMap((each) => ('url' in each ? [each.url] : [])) : [],
  );
}

/** Takes back (or repeats) the oldest action of a kind as `/undo` (or `/redo`) does. */
export async function reverse(
  bot: TestBot,
  direction: 'undo' | 'redo',
  { guild, action, by }: { readonly guild: TestGuild; readonly action: string; readonly by: TestMember },
): Promise<string> {
  const logs = new AuditLogRepository(bot.database.handle.db);
  const { rows } = await logs.list(guild.id, { action: `creator-links.${action}`, limit: 100 });
  const entry = rows.at(-1);
  const reversal = creatorLinksPlugin.reversals?.[`creator-links.${action}`];
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
