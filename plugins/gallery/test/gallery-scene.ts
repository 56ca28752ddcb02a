import { container } from '@sapphire/pieces';
import { type TestBot, type TestGuild, type TestMember, type TestReply, textOf } from '@twi/testing';
import type { APIMessage } from 'discord.js';
import sharp from 'sharp';
import { expect } from 'vitest';
import type { Item } from '../src/database/item-repository.ts';

/** A guild with the plugin on, somebody who may change the gallery, and somebody who only looks. */
export interface GalleryScene {
  readonly guild: TestGuild;
  readonly alice: TestMember;
  readonly bob: TestMember;
  /** Alice and Bob in an age-restricted channel. */
  readonly adults: { readonly alice: TestMember; readonly bob: TestMember };
}

export async function newScene(bot: TestBot): Promise<GalleryScene> {
  const guild = await bot.guild({ enable: ['gallery'] });
  const alice = guild.member({ username: 'alice', permissions: ['ManageMessages', 'ManageGuild'] });
  const bob = guild.member({ username: 'bob' });
  const channel = guild.sandbox.addChannel({ name: 'adults', nsfw: true });
  return { guild, alice, bob, adults: { alice: alice.in(channel), bob: bob.in(channel) } };
}

/** Adds a picture, and waits until it is in the gallery: the answer carries the file before it has a number. */
export async function addPicture(
  member: TestMember,
  title: string,
  image: { filename: string; bytes: Buffer },
): Promise<TestReply> {
  const added = await member.slash('gallery add', { title, image });
  await expect.poll(() => textOf(newest(member, added))).not.toContain('Adding');
  return added;
}

/** What a message says now. */
function newest(member: TestMember, { message }: TestReply): APIMessage {
  return member.messages.find(({ id }) => id === message.id) ?? message;
}

/** An item as the plugin's service has it, also when it is removed. */
export function itemOf(guild: TestGuild, number: number): Promise<Item> {
  return container.gallery.items.getDeletedOrLive({ guildId: guild.id, number });
}

/** A picture of one colour, with a square in it so that pictures of other colours look different. */
export async function picture(seed: number): Promise<{ filename: string; bytes: Buffer }> {
  const noise = Buffer.from(Array.from({ length: 64 * 64 * 3 }, (_, at) => ((at >> 4) * seed * 7919) % 256));
  const bytes = await sharp(noise, { raw: { width: 64, height: 64, channels: 3 } })
    .png()
    .toBuffer();
  return { filename: `picture-${seed}.png`, bytes };
}

interface AnyComponent {
  readonly items?: readonly {
    readonly media: { readonly url: string };
    readonly spoiler?: boolean;
    readonly description?: string;
  }[];
  readonly media?: { readonly url: string };
  readonly components?: readonly AnyComponent[];
  readonly accessory?: AnyComponent;
}

/** The addresses of the pictures that a reply shows. */
export function picturesOf(reply: TestReply): string[] {
  return picturesIn((reply.message.components ?? []) as readonly AnyComponent[]); // -- the types of Discord's API do not walk
}

function picturesIn(components: readonly AnyComponent[]): string[] {
  return components.flatMap(({ items = [], media, accessory, components: inner = [] }) => [
    ...items.map((item) => item.media.url),
    ...(media ? [media.url] : []),
    ...(accessory ? picturesIn([accessory]) : []),
    ...picturesIn(inner),
  ]);
}
