import type { TestBot, TestGuild, TestMember } from '@twi/testing';
import { ChannelType } from 'discord.js';

export const SOON = { timeout: 20_000, interval: 50 };

/** A guild with the gallery on, who manages it, who posts, and a channel with posts. */
export interface ImportScene {
  readonly guild: TestGuild;
  readonly alice: TestMember;
  readonly bob: TestMember;
  /** `#fan-art`. */
  readonly source: string;
  readonly inSource: TestMember;
}

export async function newImportScene(
  bot: TestBot,
  channel: { readonly nsfw?: boolean } = {},
): Promise<ImportScene> {
  const guild = await bot.guild({ enable: ['gallery'] });
  const source = guild.sandbox.addChannel({ name: 'fan-art', ...channel }).id;
  const alice = guild.member({ username: 'alice', permissions: ['ManageGuild', 'ManageMessages'] });
  const bob = guild.member({ username: 'bob' });
  return { guild, alice, bob, source, inSource: bob.in({ id: source }) };
}

/** The smallest picture: one pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Posts a picture as a member does. */
export function postPicture(member: TestMember, content: string, name = 'picture.png') {
  return member.actor.send(content, {
    attachments: [{ filename: name, contentType: 'image/png', bytes: PICTURE }],
  });
}

/** A forum with posts of a member. */
export function addForum(guild: TestGuild, name = 'art-forum') {
  return guild.sandbox.addChannel({ name, type: ChannelType.GuildForum });
}
