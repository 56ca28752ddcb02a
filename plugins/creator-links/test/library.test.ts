import { startTestBot, type TestBot, textOf } from '@twi/testing';
import { MessageFlags } from 'discord.js';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { creatorLinksPlugin } from '../src/index.ts';
import { newScene } from './scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [creatorLinksPlugin] });
});
afterEach((context) => bot.explainFailure(context));
afterAll(() => bot[Symbol.asyncDispose]());

test('what the staff adds is shown to everybody, whatever the case of its title, and pings nobody', async () => {
  const { staff, cat } = await newScene(bot);

  const added = await staff.slash('link add', {
    title: 'Rules',
    'url-or-text': 'See https://example.org @everyone',
  });
  const shown = await cat.slash('link get', { title: 'RULES' });

  expect(added.text).toBe('Added **Rules**. `/link get` shows it.');
  expect(shown.message.content).toBe('**Rules**\nSee https://example.org @everyone');
  expect(shown.message.mention_everyone).toBe(false);
  expect(shown.isEphemeral).toBe(false);
  expect(bot.transcript).toContain('"allowed_mentions":{"parse":[]}');
  expect((await cat.prefix('!link get Rules')).message.content).toContain('https://example.org');
});

test('without a preview, Discord is told to show none', async () => {
  const { staff, cat } = await newScene(bot);
  await staff.slash('link add', { title: 'Map', 'url-or-text': 'https://example.org', embed: false });

  const shown = await cat.slash('link get', { title: 'map' });

  expect((shown.message.flags ?? 0) & MessageFlags.SuppressEmbeds).toBeTruthy();
  await staff.slash('link edit', { title: 'map', embed: true });
  expect((await cat.slash('link get', { title: 'map' })).message.flags ?? 0).toBe(0);
});

test('titles are listed by tag, numbers by their value', async () => {
  const { staff, cat } = await newScene(bot);
  for (const number of [10, 9, 1])
    await staff.slash('link add', { title: `Chapter ${number}`, 'url-or-text': 'x', tag: '#Story  Time' });
  await staff.slash('link add', { title: 'About *us*', 'url-or-text': 'x' });

  const all = await cat.slash('link list');
  const tagged = await cat.slash('tag', { tag: 'STORY time' });

  expect(all.text).toBe(
    'Links of this server\n**story time**\n- Chapter 1\n- Chapter 9\n- Chapter 10\n**Without a tag**\n' +
      String.raw`- About \*us\*`,
  );
  expect(tagged.text).toBe('Links with the tag story time\n- Chapter 1\n- Chapter 9\n- Chapter 10');
  expect((await cat.slash('link list', { tag: 'nothing' })).text).toContain('There is no tag `nothing`.');
  expect(await cat.autocomplete('tag', { tag: 'st' }, 'tag')).toEqual([
    { name: 'story time (3)', value: 'story time' },
  ]);
  expect(await cat.autocomplete('link get', { title: 'chapter 1' }, 'title')).toHaveLength(2);
});

test('an empty library says so, and a long one has pages that outlive a restart', async () => {
  const { staff, cat } = await newScene(bot);
  expect((await cat.slash('link list')).text).toContain('The library is empty.');
  for (let number = 1; number <= 16; number += 1)
    await staff.slash('link add', { title: `Page ${number}`, 'url-or-text': 'x' });
  const first = await cat.slash('link list');
  expect(first.text).not.toContain('Page 16');
  await bot.restart();

  const second = await cat.click(first, 'Next');

  expect(second.text).toBe('Links of this server\n- Page 16');
  expect((await cat.click(second, 'Previous')).text).toContain('Page 15');
});

test('members cannot add; who added something may change it, others need the permission', async () => {
  const { guild, staff, cat, dog } = await newScene(bot);
  expect((await cat.slash('link add', { title: 'A', 'url-or-text': 'x' })).text).toMatch(/permission/i);
  await guild.owner.slash('permissions grant', { node: 'creator-links.library', target: cat });
  await cat.slash('link add', { title: 'A', 'url-or-text': 'x' });
  await guild.owner.slash('permissions clear', { node: 'creator-links.library', target: cat });

  expect((await dog.slash('link edit', { title: 'a', 'url-or-text': 'y' })).text).toContain(
    'what you added yourself',
  );
  expect((await dog.slash('link delete', { title: 'a' })).text).toContain('what you added yourself');
  expect((await cat.slash('link edit', { title: 'a', 'url-or-text': 'y' })).text).toBe('Changed **A**.');
  expect((await staff.slash('link delete', { title: 'a' })).text).toContain('Deleted **A**.');
});

test.each([
  [{ title: '\u200B', 'url-or-text': 'x' }, '`title` needs'],
  [{ title: 'A', 'url-or-text': '\u2003' }, '`url-or-text` needs'],
  [{ title: 'A', 'url-or-text': 'x', tag: '!!!' }, '`tag` needs'],
  [{ title: 'A', 'url-or-text': 'x', tag: '123456789012345678' }, '`tag` needs'],
])('%o is refused: %s', async (options, words) => {
  const { staff } = await newScene(bot);
  expect((await staff.slash('link add', options)).text).toContain(words);
});

test('a title is given once, also of many at once, and a full library takes no more', async () => {
  const { guild, staff } = await newScene(bot);
  await guild.owner.slash('config set', { plugin: 'creator-links', key: 'maxLibraryLinks', value: '2' });
  const add = (title: string) => staff.slash('link add', { title, 'url-or-text': 'x' });

  const answers = await Promise.all(['One', 'one', 'ONE'].map(add));
  await add('Two');

  expect(answers.filter(({ text }) => text.startsWith('Added'))).toHaveLength(1);
  expect((await add('Three')).text).toContain('2 entries already');
});

test('adding, changing and deleting are undone and repeated, unless somebody was faster', async () => {
  const { guild, staff, cat } = await newScene(bot);
  await staff.slash('link add', { title: 'A', 'url-or-text': 'first', tag: 'x' });
  await staff.slash('link edit', { title: 'A', 'url-or-text': 'second', tag: '-' });
  const content = async () => textOf((await cat.slash('link get', { title: 'A' })).message);
  const of = (action: string) => ({ guild, action: `creator-links.${action}`, by: staff });

  await expect(bot.undo(of('library-edit'))).resolves.toBe('**A** is changed back in the library.');
  expect(await content()).toContain('first');
  expect((await cat.slash('tag', { tag: 'x' })).text).toContain('- A');
  await expect(bot.undo(of('library-edit'))).rejects.toThrow('changed since');
  await staff.slash('link delete', { title: 'a' });
  expect(await content()).toContain('There is nothing called **A** in the library.');
  await expect(bot.undo(of('library-delete'))).resolves.toBe('**A** is back in the library.');
  expect(await content()).toContain('first');
  await expect(bot.undo(of('library-add'))).resolves.toBe('**A** is deleted from the library.');
  await staff.slash('link add', { title: 'A', 'url-or-text': 'other' });
  await expect(bot.redo(of('library-add'))).rejects.toThrow('The library has a **A** already.');
});
