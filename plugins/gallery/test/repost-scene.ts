import { container } from '@sapphire/pieces';
import type { TestBot, TestGuild, TestMember, TestReply } from '@twi/testing';
import { type APIMessage, ChannelType } from 'discord.js';
import sharp from 'sharp';
import { DestinationRepository } from '../src/database/destination-repository.ts';
import type { DestinationRules } from '../src/destinations/destinations.ts';
import { ALL_ITEM_KINDS } from '../src/items/item-kind.ts';

/** A guild with the gallery on, two who may repost, and a member whose work is reposted. */
export async function repostScene(bot: TestBot, plugins: readonly string[] = ['gallery']) {
  const guild = await bot.guild({ enable: plugins });
  const permissions = ['ManageMessages'] as const;
  return {
    guild,
    alice: guild.member({ username: 'alice', permissions }),
    bob: guild.member({ username: 'bob', permissions }),
    carol: guild.member({ username: 'carol' }),
  };
}

/** Adds a channel that the gallery posts to. */
export async function addDestination(
  guild: TestGuild,
  name: string,
  { rules = {}, ...channel }: { readonly rules?: DestinationRules } & Record<string, unknown> = {},
): Promise<string> {
  const { id } = guild.sandbox.addChannel({ name, ...channel });
  await untilSeen(id);
  await container.gallery.destinations.add({ guildId: guild.id, channelId: id }, rules, guild.owner.id);
  return id;
}

/** Adds a destination behind the back of the gallery. */
export async function addDestinationRow(bot: TestBot, guild: TestGuild, name: string): Promise<void> {
  const { id: channelId } = guild.sandbox.addChannel({ name });
  await untilSeen(channelId);
  const rules = { kinds: [...ALL_ITEM_KINDS], nsfwOnly: false, defaultTags: [], autoThread: false };
  await new DestinationRepository(bot.database.handle.forPlugin('gallery')).put({
    guildId: guild.id,
    channelId,
    ...rules,
    addedBy: null,
  });
}

/** Adds a forum that the gallery posts to. */
export function addForum(
  guild: TestGuild,
  name: string,
  options: { readonly rules?: DestinationRules } & Record<string, unknown> = {},
): Promise<string> {
  return addDestination(guild, name, { type: ChannelType.GuildForum, ...options });
}

async function untilSeen(channelId: string): Promise<void> {
  while (!container.client.channels.cache.has(channelId))
    await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Goes from the menu of a message to the preview. */
export async function preview(
  member: TestMember,
  message: APIMessage,
  {
    choice,
    place,
    form = {},
  }: { readonly choice?: string; readonly place?: string; readonly form?: Record<string, string> } = {},
): Promise<TestReply> {
  let panel = await member.contextMenu('Repost to gallery', message);
  if (choice) panel = await member.select(panel, 'What is reposted?', [choice]);
  if (place) panel = await member.select(panel, 'Where does it go?', [place]);
  const modal = await member.click(panel, 'Continue');
  return member.submit(modal, { rating: 'everybody', ...form });
}

/** A picture of random colours, so that no two look alike. */
export async function picture(seed: number): Promise<Buffer> {
  const size = 48;
  const noise = await sharp({
    create: { width: size, height: size, channels: 3, background: 'white' },
  })
    .composite(
      Array.from({ length: 12 }, (_, index) => ({
        input: {
          create: {
            width: 6 + ((seed * 7 + index * 5) % 12),
            height: 6 + ((seed * 11 + index * 3) % 12),
            channels: 3 as const,
            background: index % 2 === 0 ? 'black' : 'red',
          },
        },
        left: (seed * 13 + index * 17) % 30,
        top: (seed * 5 + index * 29) % 30,
      })),
    )
    .png()
    .toBuffer();
  return noise;
}

/** The bytes of the files that a message shows, in their order. */
export function bytesOf(message: APIMessage): Promise<Buffer[]> {
  return Promise.all(
    message.attachments.map(async ({ url }) => Buffer.from(await (await fetch(url)).arrayBuffer())),
  );
}
