import { container } from '@sapphire/pieces';
import { createTestDatabase } from '@twi/database/testing';
import { startTestBot, type TestBot } from '@twi/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { galleryPlugin } from '../src/manifest.ts';
import { addCaption } from '../src/upgrade.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [galleryPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());

test('an item and its job exist together', async () => {
  const guild = await bot.guild({ enable: ['gallery'] });
  const alice = guild.member({ username: 'alice' });

  await container.gallery.add(guild.id, alice.id, 'Sunset');

  expect(await container.gallery.newest(guild.id)).toMatchObject([{ title: 'Sunset', ownerId: alice.id }]);
  await vi.waitFor(() => expect(bot.logs.join('\n')).toMatch(new RegExp(`Item \\d+ is new in ${guild.id}`)), {
    timeout: 15_000,
  });
});

test('a list comes page by page, newest first', async () => {
  const guild = await bot.guild({ enable: ['gallery'] });
  for (let item = 1; item <= 12; item += 1)
    await container.gallery.add(guild.id, guild.owner.id, `Item ${item}`);

  const first = await container.gallery.list(guild.id);
  const second = await container.gallery.list(guild.id, first.next);

  expect(first.rows.map(({ title }) => title)).toHaveLength(10);
  expect(second.rows.map(({ title }) => title)).toEqual(['Item 2', 'Item 1']);
  expect(second.next).toBeUndefined();
});

test('the buttons of a list turn its pages', async () => {
  const guild = await bot.guild({ enable: ['gallery'] });
  const alice = guild.member({ username: 'alice' });
  expect((await alice.slash('gallery')).text).toContain('There is nothing here yet.');
  for (let item = 1; item <= 12; item += 1) await container.gallery.add(guild.id, alice.id, `Item ${item}`);
  const first = await alice.slash('gallery');
  expect(first.text).toContain('Item 12');

  const second = await alice.click(first, 'Next');

  expect(second.text).toContain('Item 2\nItem 1');
  expect((await alice.click(second, 'Previous')).text).toContain('Item 12');
});

test('a plugin that is not there has no service', async () => {
  const guild = await bot.guild({ enable: ['gallery'] });

  expect(container.gallery.creditOf(guild.id)).toBe('No frame');
  expect(container.gallery.serverName(guild.id)).toBe(guild.sandbox.name);
});

test('its listener hears who joins', async () => {
  const guild = await bot.guild({ enable: ['gallery'] });

  guild.member({ username: 'newcomer' });

  await vi.waitFor(() => expect(bot.logs.join('\n')).toContain('newcomer came to'));
});

test('a later migration goes up, and down again', async () => {
  await using database = await createTestDatabase();
  const { handle } = database;
  const migrations = { ...galleryPlugin.migrations, '0002-add-caption': addCaption };

  await handle.migratePlugin('gallery', galleryPlugin.migrations ?? {});
  await expect(handle.migratePlugin('gallery', migrations)).resolves.toEqual(['0002-add-caption']);
  await handle.rollbackPlugin('gallery', migrations);
  await expect(handle.migratePlugin('gallery', migrations)).resolves.toHaveLength(2);
});
