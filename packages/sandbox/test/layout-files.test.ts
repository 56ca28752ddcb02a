import {
  AttachmentBuilder,
  ContainerBuilder,
  FileBuilder,
  MediaGalleryBuilder,
  MessageFlags,
  SectionBuilder,
  TextDisplayBuilder,
  ThumbnailBuilder,
} from 'discord.js';
import type { Message, TextChannel } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestBot } from './test-bot.ts';

let bot: TestBot;
let general: TextChannel;
beforeAll(async () => {
  bot = await TestBot.start();
  const channel = await bot.client.channels.fetch(bot.channelId());
  if (channel?.isTextBased()) general = channel as TextChannel;
});
afterAll(() => bot[Symbol.asyncDispose]());

function file(name: string): AttachmentBuilder {
  return new AttachmentBuilder(Buffer.from(name), { name });
}

/** Sends a layout that shows one file in each place that takes one. */
function sendLayout(): Promise<Message> {
  const section = new SectionBuilder()
    .addTextDisplayComponents(new TextDisplayBuilder().setContent('attachment://a.png is a picture'))
    .setThumbnailAccessory(new ThumbnailBuilder().setURL('attachment://a.png'));
  const gallery = new MediaGalleryBuilder().addItems(
    { media: { url: 'attachment://b.png' } },
    { media: { url: 'https://example.com/c.png' } },
  );
  const container = new ContainerBuilder()
    .addSectionComponents(section)
    .addMediaGalleryComponents(gallery)
    .addFileComponents(new FileBuilder().setURL('attachment://d.txt'));
  return general.send({
    components: [container],
    flags: MessageFlags.IsComponentsV2,
    files: ['a.png', 'b.png', 'd.txt'].map(file),
  });
}

/** Every address of a message's layout, in order. */
function addresses(message: object): string[] {
  return Array.from(JSON.stringify(message).matchAll(/"url":"([^"]+)"/g), ([, url]) => url ?? '');
}

test('files that a layout shows have addresses that can be fetched, in every place', async () => {
  const { id } = await sendLayout();

  const { components = [], attachments } = bot.as('bob').message(id);

  const [thumbnail = '', picture = '', elsewhere, text = ''] = addresses(components);
  const fetched = await Promise.all([thumbnail, picture, text].map(async (url) => (await fetch(url)).text()));
  expect(fetched).toEqual(['a.png', 'b.png', 'd.txt']);
  expect(elsewhere).toBe('https://example.com/c.png');
  expect(attachments).toEqual([]);
});

test('the bot is told the addresses, and a text that looks like one stays as it is', async () => {
  const { id } = await sendLayout();

  const { components } = await general.messages.fetch({ message: id, force: true });

  expect(JSON.stringify(components)).not.toContain('"url":"attachment:');
  expect(JSON.stringify(components)).toContain('attachment://a.png is a picture');
});

test('a file of an embed has an address, one that nothing shows stays an attachment', async () => {
  const { id } = await general.send({
    embeds: [{ image: { url: 'attachment://a.png' }, footer: { text: 'x', icon_url: 'attachment://b.png' } }],
    files: ['a.png', 'b.png', 'd.txt'].map(file),
  });

  const { embeds, attachments } = bot.as('bob').message(id);

  expect(embeds[0]?.image?.url).toMatch(/\/a\.png\?ex=/);
  expect(embeds[0]?.footer?.icon_url).toMatch(/\/b\.png\?ex=/);
  expect(attachments.map(({ filename }) => filename)).toEqual(['d.txt']);
});
