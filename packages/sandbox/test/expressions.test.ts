import { GatewayIntentBits } from 'discord.js';
import type { Guild } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { present, TestBot } from './test-bot.ts';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let bot: TestBot;
let guild: Guild;
beforeAll(async () => {
  const intents = [
    GatewayIntentBits.Guilds,
    GatewayIntentBits.GuildExpressions,
    GatewayIntentBits.GuildMessages,
  ];
  bot = await TestBot.start({}, { intents });
  guild = present(bot.client.guilds.cache.first());
});
afterAll(() => bot[Symbol.asyncDispose]());

test('an emoji is made, used, renamed and deleted', async () => {
  const created = bot.next('emojiCreate');
  const emoji = await guild.emojis.create({ attachment: PIXEL, name: 'pixel' });
  expect((await created)[0].name).toBe('pixel');
  const message = await bot.as('bob').send('react to me');
  await expect(bot.as('bob').react(message, `pixel:${emoji.id}`)).resolves.toBeUndefined();
  const updated = bot.next('emojiUpdate');
  await emoji.setName('dot');
  expect((await updated)[1].name).toBe('dot');
  const deleted = bot.next('emojiDelete');
  await emoji.delete();
  await deleted;

  expect((await guild.emojis.fetch()).size).toBe(0);
  await expect(guild.emojis.fetch(emoji.id)).rejects.toMatchObject({ code: 10_014 });
  expect(bot.guild.auditLog.slice(-3).map((entry) => entry.action_type)).toEqual([60, 61, 62]);
});

test('an emoji that nobody has is no reaction', async () => {
  const message = await bot.as('bob').send('react to me');

  await expect(bot.as('bob').react(message, 'ghost:111111111111111111')).rejects.toMatchObject({
    body: { code: 10_014 },
  });
});

test('a guild without boosts has fifty emojis', async () => {
  const made: string[] = [];
  for (let count = 0; count < 50; count++) {
    made.push((await guild.emojis.create({ attachment: PIXEL, name: `e${count}x` })).id);
  }

  await expect(guild.emojis.create({ attachment: PIXEL, name: 'one_more' })).rejects.toMatchObject({
    code: 30_008,
  });
  await expect(
    bot.client.rest.post(`/guilds/${guild.id}/emojis`, { body: { name: 'text', image: 'no picture' } }),
  ).rejects.toMatchObject({ code: 50_035 });
  for (const id of made) await guild.emojis.delete(id);
});

test('the application has emojis of its own', async () => {
  const { emojis } = bot.client.application;
  const emoji = await emojis.create({ attachment: PIXEL, name: 'own' });

  expect((await emojis.fetch()).map(({ name }) => name)).toEqual(['own']);
  await emoji.setName('renamed');
  expect((await emojis.fetch(emoji.id)).name).toBe('renamed');
  await emoji.delete();
  expect((await emojis.fetch()).size).toBe(0);
});

test('a sticker is made, sent, changed and deleted', async () => {
  const created = bot.next('stickerCreate');
  const file = { attachment: PIXEL, name: 'wave.png' };
  const sticker = await guild.stickers.create({ file, name: 'Wave', tags: 'wave', description: 'Hello' });
  expect((await created)[0].name).toBe('Wave');
  const path = `/channels/${bot.channelId()}/messages` as const;
  const send = () => bot.client.rest.post(path, { body: { sticker_ids: [sticker.id] } });
  expect(await send()).toMatchObject({ sticker_items: [{ name: 'Wave' }] });

  await sticker.edit({ name: 'Bye' });
  expect((await guild.stickers.fetch(sticker.id)).name).toBe('Bye');
  expect((await bot.client.fetchSticker(sticker.id)).name).toBe('Bye');
  await sticker.delete();

  expect((await guild.stickers.fetch()).size).toBe(0);
  await expect(bot.client.fetchSticker(sticker.id)).rejects.toMatchObject({ code: 10_060 });
  await expect(send()).rejects.toMatchObject({ code: 50_081 });
});

test('a sticker is a picture', async () => {
  const file = { attachment: Buffer.from('words'), name: 'words.txt' };

  await expect(guild.stickers.create({ file, name: 'Words', tags: 'x' })).rejects.toMatchObject({
    code: 50_046,
  });
});

test('expressions take the permission to make them', async () => {
  for (const role of bot.guild.roles) role.permissions &= ~((1n << 30n) | (1n << 43n));

  await expect(guild.emojis.create({ attachment: PIXEL, name: 'pixel' })).rejects.toMatchObject({
    code: 50_013,
  });
});
