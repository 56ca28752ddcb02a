import { once } from 'node:events';
import { request } from 'node:http';
import {
  AttachmentBuilder,
  AttachmentFlagsBitField,
  ChannelType,
  ContainerBuilder,
  MediaGalleryBuilder,
  MessageFlags,
  type Message,
  type TextChannel,
} from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { present, TestBot } from './test-bot.ts';

const REFRESH = '/attachments/refresh-urls';
/** A picture of 3 by 2 pixels, as far as its header goes. */
const PICTURE = Buffer.from('89504e470d0a1a0a0000000d494844520000000300000002', 'hex');

let bot: TestBot;
let general: TextChannel;
beforeAll(async () => {
  bot = await TestBot.start();
  const channel = await bot.client.channels.fetch(bot.channelId());
  if (channel?.type !== ChannelType.GuildText) throw new Error('#general is no text channel.');
  general = channel;
});
afterAll(() => bot[Symbol.asyncDispose]());

interface Refreshed {
  readonly refreshed_urls: readonly { readonly original: string; readonly refreshed?: string }[];
}

const refresh = (urls: readonly unknown[], of = bot): Promise<Refreshed> =>
  of.client.rest.post(REFRESH, { body: { attachment_urls: urls } }) as Promise<Refreshed>;

const send = (name: string, description?: string): Promise<Message> =>
  general.send({ files: [new AttachmentBuilder(PICTURE, { name, ...(description && { description }) })] });

const statusOf = async (url: string): Promise<number> => (await fetch(url)).status;

test('an address that is over is replaced by a fresh one, also without its signature', async () => {
  const { attachments } = await send('a.png');
  const { url } = present(attachments.first());
  const [plain = ''] = url.split('?');
  const over = url.replace(/ex=[^&]+/, 'ex=1');
  expect(await statusOf(over)).toBe(404);
  expect(await statusOf(plain)).toBe(404);

  const { refreshed_urls: refreshed } = await refresh([over, plain]);

  expect(refreshed.map(({ original }) => original)).toEqual([over, plain]);
  for (const { refreshed: fresh = '' } of refreshed) expect(await statusOf(fresh)).toBe(200);
});

test('there is no fresh address of a file that is gone, or that is somewhere else', async () => {
  const message = await send('b.png');
  const { url } = present(message.attachments.first());
  await message.delete();
  expect(await statusOf(url)).toBe(404);

  const { refreshed_urls: refreshed } = await refresh([
    url,
    'https://example.com/attachments/1/2/a.png',
    'what',
  ]);

  expect(refreshed.map((one) => one.refreshed)).toEqual([undefined, undefined, undefined]);
});

test.each(['%E0%A4', '%', '..%2f..%2fetc%2fpasswd', '../../../etc/passwd'])(
  'there is no file under the name %s, and the sandbox goes on',
  async (name) => {
    const { attachments } = await send('a.png');
    const url = new URL(present(attachments.first()).url);
    const { port, pathname, search } = url;
    const path = pathname.replace('a.png', name) + search;

    const sent = request({ host: '127.0.0.1', port, path }).end();
    const [response] = await once(sent, 'response');
    response.resume();

    expect(response.statusCode).toBe(404);
    expect(await statusOf(url.href)).toBe(200);
  },
);

test.each([
  ['../../etc/passwd', '.._.._etc_passwd'],
  ['a"b\r\nX-Evil: 1.png', 'a_b_X-Evil_1.png'],
])('the name %j of a file becomes one that is no path and no header', async (name, expected) => {
  const body = new FormData();
  body.set('payload_json', JSON.stringify({ attachments: [{ id: 0, filename: name }] }));
  body.set('files[0]', new Blob(['x']), 'a.png');
  const authorization = `Bot ${bot.sandbox.token}`;
  const sent = await fetch(`${bot.sandbox.apiUrl}/v10/channels/${general.id}/messages`, {
    method: 'POST',
    headers: { authorization },
    body,
  });
  const [file] = ((await sent.json()) as { attachments: { filename: string; url: string }[] }).attachments;

  const { headers } = await fetch(present(file).url);

  expect(file?.filename).toBe(expected);
  expect(headers.get('content-disposition')).toBe(`attachment; filename="${expected}"`);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-evil')).toBeNull();
});

test('fifty addresses are refreshed at a time', async () => {
  await expect(refresh(Array.from({ length: 51 }, () => 'x'))).rejects.toMatchObject({ code: 50_035 });
  await expect(refresh([])).rejects.toMatchObject({ code: 50_035 });
});

test('a picture keeps its size, its description and whether it is covered', async () => {
  const hidden = present((await send('SPOILER_a.png', 'A cat')).attachments.first());
  const shown = present((await send('a.png')).attachments.first());

  expect(hidden).toMatchObject({ spoiler: true, description: 'A cat', width: 3, height: 2 });
  expect(hidden.flags.has(AttachmentFlagsBitField.Flags.IsSpoiler)).toBe(true);
  expect(shown).toMatchObject({ spoiler: false, description: null });
  expect(shown.flags.bitfield).toBe(0);
});

test.each([
  ['clip.mp4', 'video/mp4'],
  ['clip.MOV', 'video/quicktime'],
  ['clip.webm', 'video/webm'],
  ['song.mp3', 'audio/mpeg'],
  ['song.ogg', 'audio/ogg'],
  ['song.wav', 'audio/x-wav'],
])('%s is %s', async (name, contentType) => {
  expect((await send(name)).attachments.first()?.contentType).toBe(contentType);
});

test('a gallery of a layout shows files by their names', async () => {
  const gallery = new MediaGalleryBuilder().addItems(
    { media: { url: 'attachment://a.png' }, description: 'One' },
    { media: { url: 'attachment://SPOILER_b.png' }, spoiler: true },
  );
  const message = await general.send({
    flags: MessageFlags.IsComponentsV2,
    components: [new ContainerBuilder().addMediaGalleryComponents(gallery)],
    files: [
      new AttachmentBuilder(PICTURE, { name: 'a.png' }),
      new AttachmentBuilder(PICTURE, { name: 'SPOILER_b.png' }),
    ],
  });

  const [container] = (await message.fetch()).components.map((component) => component.toJSON());
  const items = JSON.stringify(container).matchAll(/"url":"([^"]+)"/g);
  const urls = Array.from(items, ([, url = '']) => url);
  expect(urls).toHaveLength(2);
  expect(await Promise.all(urls.map(statusOf))).toEqual([200, 200]);
  expect(container).toMatchObject({ components: [{ items: [{ description: 'One' }, { spoiler: true }] }] });
});

test('a post of a forum comes with files and the tags of its forum', async () => {
  const channel = await bot.client.channels.fetch(bot.channelId('forum'));
  if (channel?.type !== ChannelType.GuildForum) throw new Error('#forum is no forum.');
  const forum = await channel.setAvailableTags([{ name: 'Art', emoji: { id: null, name: '🎨' } }]);
  const tag = present(forum.availableTags[0]);

  const post = await forum.threads.create({
    name: 'Sunset',
    appliedTags: [tag.id],
    message: {
      content: 'Look',
      files: [new AttachmentBuilder(PICTURE, { name: 'sunset.png', description: 'A sunset' })],
    },
  });

  expect(tag).toMatchObject({ name: 'Art', emoji: { id: null, name: '🎨' } });
  expect(post.appliedTags).toEqual([tag.id]);
  const starter = present((await post.fetchStarterMessage()) ?? undefined);
  expect(starter.attachments.first()).toMatchObject({ name: 'sunset.png', description: 'A sunset' });
});

test('a file over the limit of the guild is refused with Discord’s code, which boosts move', async () => {
  const files = [{ attachment: Buffer.alloc(11 * 1_024 * 1_024), name: 'large.bin' }];
  await expect(general.send({ files })).rejects.toMatchObject({ status: 413, code: 40_005 });
  bot.guild.setBoostTier(2);

  await expect(general.send({ files })).resolves.toBeDefined();
  bot.guild.setBoostTier(0);
});
