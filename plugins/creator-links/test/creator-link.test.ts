import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot, textOf } from '@twi/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { creatorLinksPlugin } from '../src/index.ts';
import { linksIn, newScene } from './scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [creatorLinksPlugin] });
});
afterEach((context) => bot.explainFailure(context));
afterAll(() => bot[Symbol.asyncDispose]());

describe('adding and showing', () => {
  test('a link is recognised, stored in one form and shown with a button', async () => {
    const { cat, dog } = await newScene(bot);

    const added = await cat.slash('creator-link add', {
      title: 'My page',
      url: 'http://patreon.com/c/Cat/posts',
    });
    const shown = await dog.slash('creator-link get', { user: cat });

    expect(added.text).toBe('Added **My page**: Patreon · Cat.');
    expect(added.isEphemeral).toBe(true);
    expect(shown.text).toBe('Links of cat\n**[My page](https://www.patreon.com/cat)** · Patreon · Cat');
    expect(linksIn(shown)).toEqual(['https://www.patreon.com/cat']);
    expect(shown.isEphemeral).toBe(false);
  });

  test('pinned ones stand first, then those with more weight, then by title', async () => {
    const { cat } = await newScene(bot);
    const add = (title: string, more: object) =>
      cat.slash('creator-link add', { title, url: `https://example.org/${title}`, ...more });
    await add('banana', {});
    await add('Apple', {});
    await add('heavy', { weight: 10 });
    await add('light', { weight: -10 });
    await add('pinned', { featured: true, weight: -1_000 });

    const shown = await cat.slash('creator-link get');

    expect(shown.buttons).toEqual(['pinned', 'heavy', 'Apple', 'banana', 'light']);
    expect(shown.text).toContain('📌 pinned');
  });

  test('more than 25 links are shown on pages, whose buttons outlive a restart', async () => {
    const { guild, cat, dog } = await newScene(bot);
    await guild.owner.slash('config set', { plugin: 'creator-links', key: 'maxLinks', value: '40' });
    for (let number = 10; number < 37; number += 1)
      await cat.slash('creator-link add', { title: `Link ${number}`, url: `https://example.org/${number}` });
    const first = await dog.slash('creator-link get', { user: cat });
    expect(first.buttons).toHaveLength(21);
    expect(first.message.components).toHaveLength(5);
    await bot.restart();

    const second = await dog.click(first, 'Next');

    expect(second.buttons).toEqual([
      ...Array.from({ length: 7 }, (_, index) => `Link ${index + 30}`),
      'Previous',
    ]);
  });

  test.each([
    [{ title: 'Page', url: 'https://patre\u03BFn.com/cat' }, 'The real one is `patreon.com`.'],
    [{ title: 'Page', url: 'https://bit.ly/cat' }, '`bit.ly` hides where it leads'],
    [{ title: 'Page', url: 'http://example.org' }, 'begins with `https://`'],
    [{ title: 'Page', url: 'https://127.0.0.1' }, 'no address that is a number'],
    [{ title: 'Page', url: 'https://me:secret@example.org' }, 'user name or password'],
    [{ title: 'Page', url: 'what' }, 'the address of a public site'],
    [{ title: 'Page', url: 'my page' }, 'needs an address such as'],
    [{ title: '\u200B', url: 'https://example.org' }, '`title` needs 1 to 100 characters'],
    [{ title: '<@123456789012345678>', url: 'https://example.org' }, 'no mentions and no ids'],
    [{ title: 'Page', url: 'https://example.org', username: '\u200B' }, '`username` needs 1 to 100'],
  ])('%o is refused: %s', async (options, words) => {
    const { cat } = await newScene(bot);

    const refused = await cat.slash('creator-link add', options);

    expect(refused.text).toContain(words);
    expect((await cat.slash('creator-link get')).text).toContain('You have no links in this server.');
  });

  test('a title is given once, whatever its case, and an address too', async () => {
    const { cat, dog } = await newScene(bot);
    await cat.slash('creator-link add', { title: 'Art', url: 'https://twitter.com/cat' });

    const sameTitle = await cat.slash('creator-link add', { title: 'ＡＲＴ', url: 'https://example.org' });
    const sameUrl = await cat.slash('creator-link add', { title: 'X', url: 'https://x.com/Cat/media' });
    const ofAnother = await dog.slash('creator-link add', { title: 'Art', url: 'https://x.com/cat' });

    expect(sameTitle.text).toContain('There is a link called **Art** already.');
    expect(sameUrl.text).toContain('This address is there already, as **Art**.');
    expect(ofAnother.text).toContain('Added **Art**');
  });

  test('of many at once, one gets a title, and no more get in than the server allows', async () => {
    const { guild, cat } = await newScene(bot);
    await guild.owner.slash('config set', { plugin: 'creator-links', key: 'maxLinks', value: '3' });
    const add = (title: string, path: number) =>
      cat.slash('creator-link add', { title, url: `https://example.org/${path}` });

    const same = await Promise.all([1, 2, 3].map((path) => add('Same', path)));
    const others = await Promise.all([4, 5, 6, 7].map((path) => add(`Other ${path}`, path)));

    expect(same.filter(({ text }) => text.startsWith('Added'))).toHaveLength(1);
    expect(others.filter(({ text }) => text.startsWith('Added'))).toHaveLength(2);
    expect(others.map(({ text }) => text)).toContain(
      'There are 3 links already, and this server allows no more. Remove one first.',
    );
  });

  test('nothing that is written into a title is read as markup', async () => {
    const { cat } = await newScene(bot);
    await cat.slash('creator-link add', {
      title: 'a](https://evil.example) **b**',
      url: 'https://example.org/(x)',
    });

    const { text } = await cat.slash('creator-link get');

    expect(text).toContain(
      String.raw`**[a\](https://evil.example) \*\*b\*\*](https://example.org/%28x%29)** · Website`,
    );
  });

  test('the menu of a member shows their links to whoever asks alone', async () => {
    const { cat, dog } = await newScene(bot);
    await cat.slash('creator-link add', { title: 'Art', url: 'https://example.org' });

    const shown = await dog.contextMenu('Creator links', cat);

    expect(shown.isEphemeral).toBe(true);
    expect(linksIn(shown)).toEqual(['https://example.org']);
  });

  test('commands can be typed, and an answer for one person goes to them', async () => {
    const { cat } = await newScene(bot);

    await cat.send('!creator-link add Art https://example.org');
    await expect.poll(() => cat.directMessages.map(textOf).join('\n')).toContain('Added **Art**');
    const shown = await cat.prefix('!creator-link get');

    expect(linksIn(shown)).toEqual(['https://example.org']);
  });
});

/** How many of many changes were made. */
function done(answers: readonly { readonly text: string }[]): number {
  return answers.filter(({ text }) => /^(?:Changed|Brought back)/.test(text)).length;
}

describe('age-restricted channels', () => {
  test('a link for adults is shown there alone: in lists, menus, searches, suggestions and to other plugins', async () => {
    const { guild, cat, dog, adults } = await newScene(bot);
    const added = await cat.slash('creator-link add', {
      title: 'Spicy',
      url: 'https://example.org/18',
      nsfw: true,
    });
    await cat.slash('creator-link add', { title: 'Mild', url: 'https://example.org/all' });
    const everywhere = async (member: typeof dog) => [
      (await member.slash('creator-link get', { user: cat })).toString(),
      (await member.contextMenu('Creator links', cat)).toString(),
      (await member.slash('creator-link browse')).toString(),
      (await member.slash('creator-link search', { query: 'spicy' })).toString(),
    ];

    const open = await everywhere(dog);
    const restricted = await everywhere(dog.in(adults));

    expect(added.text).toBe('Added **Spicy**: Website. It is shown only in age-restricted channels.');
    expect(open.filter((text) => /example\.org\/18|\[Spicy/.test(text))).toEqual([]);
    expect(open[0]).toContain('1 link is shown only in age-restricted channels.');
    expect(open[2]).toContain('Links for age-restricted channels are left out here.');
    expect(open[3]).toContain('No link fits.');
    expect(open[3]).toContain('Links for age-restricted channels are left out here.');
    expect(restricted.filter((text) => !text.includes('example.org/18'))).toEqual([]);
    expect(restricted[0]).toContain('🔞');
    const titles = async (member: typeof cat) =>
      (await member.autocomplete('creator-link remove', { title: '' }, 'title')).map(({ value }) => value);
    expect(await titles(cat)).toEqual(['Mild']);
    expect(await titles(cat.in(adults))).toEqual(['Mild', 'Spicy']);
    const service = container['creator-links'];
    const who = { guildId: guild.id, userId: cat.id };
    expect(await service.linksOf({ ...who, nsfw: false })).toEqual([
      {
        title: 'Mild',
        url: 'https://example.org/all',
        platform: 'Website',
        username: undefined,
        nsfw: false,
        featured: false,
        verified: false,
      },
    ]);
    expect(await service.linksOf({ ...who, nsfw: true })).toHaveLength(2);
  });

  test('who has nothing else is said to have nothing that is shown here', async () => {
    const { cat, dog, adults } = await newScene(bot);
    await cat.slash('creator-link add', { title: 'Spicy', url: 'https://example.org/18', nsfw: true });

    const shown = await dog.slash('creator-link get', { user: cat });
    const inThread = await dog.in(adults).slash('creator-link get', { user: cat });

    expect(shown.text).toContain('has no links that are shown here');
    expect(linksIn(shown)).toEqual([]);
    expect(linksIn(inThread)).toEqual(['https://example.org/18']);
  });

  test('that an address is there already does not name the link for adults', async () => {
    const { cat } = await newScene(bot);
    await cat.slash('creator-link add', { title: 'Spicy', url: 'https://example.org/18', nsfw: true });

    const again = await cat.slash('creator-link add', { title: 'Again', url: 'https://example.org/18' });

    expect(again.text).toBe('This address is there already, among the links for age-restricted channels.');
  });
});

describe('changing', () => {
  test('only what is given changes, and a new address brings its own name', async () => {
    const { cat } = await newScene(bot);
    await cat.slash('creator-link add', {
      title: 'Art',
      url: 'https://x.com/cat',
      weight: 5,
      featured: true,
    });

    await cat.slash('creator-link edit', { title: 'ART', url: 'https://bsky.app/profile/cat.example.org' });
    const renamed = await cat.slash('creator-link edit', {
      title: 'art',
      'new-title': 'Blue',
      username: 'Kitten',
    });
    const shown = await cat.slash('creator-link get');

    expect(renamed.text).toBe('Changed **Blue**.');
    expect(shown.text).toContain(
      '📌 **[Blue](https://bsky.app/profile/cat.example.org)** · Bluesky · Kitten',
    );
    expect((await cat.slash('creator-link edit', { title: 'Blue' })).text).toContain('Say what is to change');
    expect((await cat.slash('creator-link edit', { title: 'Blue', username: '-' })).text).toContain(
      'Changed',
    );
    expect((await cat.slash('creator-link get')).text).not.toContain('Kitten');
  });

  test('a removed link comes back by restore or undo, unless its place is taken', async () => {
    const { guild, cat, staff } = await newScene(bot);
    await cat.slash('creator-link add', { title: 'Art', url: 'https://example.org' });

    expect((await cat.slash('creator-link remove', { title: 'art' })).text).toContain('Removed **Art**');
    expect((await cat.slash('creator-link remove', { title: 'art' })).text).toContain(
      'no link called **art**',
    );
    expect(await cat.autocomplete('creator-link restore', { title: 'a' }, 'title')).toEqual([
      { name: 'Art', value: 'Art' },
    ]);
    expect((await cat.slash('creator-link restore', { title: 'ART' })).text).toBe('Brought back **Art**.');
    await expect(bot.undo({ guild, action: 'creator-links.add', by: staff })).resolves.toContain(
      'Removed **Art**',
    );
    await cat.slash('creator-link add', { title: 'Art', url: 'https://example.net' });
    await expect(bot.redo({ guild, action: 'creator-links.add', by: staff })).rejects.toThrow(
      'There is a link called **Art** already.',
    );
    await cat.slash('creator-link remove', { title: 'Art' });
    await expect(bot.redo({ guild, action: 'creator-links.add', by: cat })).resolves.toContain(
      'Brought back',
    );
    await expect(bot.redo({ guild, action: 'creator-links.add', by: cat })).rejects.toThrow('is not removed');
  });

  test('an edit is undone and repeated, unless the link was changed since', async () => {
    const { guild, cat } = await newScene(bot);
    await cat.slash('creator-link add', { title: 'Art', url: 'https://example.org' });
    await cat.slash('creator-link edit', { title: 'Art', 'new-title': 'Work', url: 'https://example.net' });
    const of = { guild, action: 'creator-links.edit', by: cat };

    await expect(bot.undo(of)).resolves.toBe(`Changed **Art** of <@${cat.id}>.`);
    expect((await cat.slash('creator-link get')).text).toContain('[Art](https://example.org)');
    await expect(bot.undo(of)).rejects.toThrow('was changed since');
    await expect(bot.redo(of)).resolves.toContain('**Work**');
  });

  test('an edit is not undone over a title or an address that was given to another link since', async () => {
    const { guild, cat } = await newScene(bot);
    await cat.slash('creator-link add', { title: 'Art', url: 'https://example.org' });
    await cat.slash('creator-link edit', { title: 'Art', 'new-title': 'Work', url: 'https://example.net' });
    const of = { guild, action: 'creator-links.edit', by: cat };

    await cat.slash('creator-link add', { title: 'ART', url: 'https://example.com' });
    await expect(bot.undo(of)).rejects.toThrow('There is a link called **ART** already.');
    await cat.slash('creator-link remove', { title: 'Art' });
    await cat.slash('creator-link add', { title: 'Same', url: 'https://example.org' });
    await expect(bot.undo(of)).rejects.toThrow('This address is there already, as **Same**.');

    expect((await cat.slash('creator-link get')).text).toContain('**[Work](https://example.net)**');
  });

  test('of many changes at once each is whole: one title, one address, one restored link', async () => {
    const { guild, cat } = await newScene(bot);
    for (const title of ['One', 'Two', 'Three'])
      await cat.slash('creator-link add', { title, url: `https://example.org/${title}` });
    const rename = (title: string) => cat.slash('creator-link edit', { title, 'new-title': 'Same' });
    const move = (title: string) =>
      cat.slash('creator-link edit', { title, url: 'https://example.org/same' });

    const renamed = await Promise.all(['One', 'Two', 'Three'].map(rename));
    const moved = await Promise.all(['One', 'Two', 'Three', 'Same'].map(move));
    await cat.slash('creator-link remove', { title: 'Same' });
    const restored = await Promise.all(
      [1, 2, 3].map(() => cat.slash('creator-link restore', { title: 'Same' })),
    );
    const links = await container['creator-links'].linksOf({ guildId: guild.id, userId: cat.id, nsfw: true });

    expect([done(renamed), done(moved), done(restored)]).toEqual([1, 1, 1]);
    expect(links).toHaveLength(3);
    expect(new Set(links.map(({ title }) => title)).size).toBe(3);
    expect(new Set(links.map(({ url }) => url)).size).toBe(3);
  });

  test('a link that is changed and removed at once is removed, and comes back as it was last', async () => {
    const { cat } = await newScene(bot);
    await cat.slash('creator-link add', { title: 'Art', url: 'https://example.org' });

    const [edited] = await Promise.all([
      cat.slash('creator-link edit', { title: 'Art', featured: true }),
      cat.slash('creator-link remove', { title: 'Art' }),
    ]);
    const without = await cat.slash('creator-link get');
    await cat.slash('creator-link restore', { title: 'Art' });
    const { text } = await cat.slash('creator-link get');

    expect(without.text).toContain('You have no links');
    expect(edited.text).toMatch(/^(?:Changed|There is no link called|This link is removed already)/);
    expect(text.includes('📌')).toBe(edited.text.startsWith('Changed'));
  });

  test('others’ links need the permission of the staff', async () => {
    const { cat, dog, staff } = await newScene(bot);
    await cat.slash('creator-link add', { title: 'Art', url: 'https://example.org' });

    for (const command of ['remove', 'restore', 'edit'])
      expect(
        (
          await dog.slash(`creator-link ${command}`, {
            title: 'Art',
            user: cat,
            ...(command === 'edit' && { weight: 1 }),
          })
        ).text,
      ).toContain('You can change your own links.');
    expect(await dog.autocomplete('creator-link remove', { title: '', user: cat }, 'title')).toEqual([]);
    expect(await staff.autocomplete('creator-link remove', { title: 'ar', user: cat }, 'title')).toHaveLength(
      1,
    );
    expect((await staff.slash('creator-link remove', { title: 'Art', user: cat })).text).toContain('Removed');
    expect((await staff.slash('creator-link restore', { title: 'Art', user: cat })).text).toContain(
      'Brought back',
    );
  });

  test('the staff confirms a link until its address changes, and can take that back', async () => {
    const { guild, cat, staff } = await newScene(bot);
    await cat.slash('creator-link add', { title: 'Art', url: 'https://example.org' });

    expect((await staff.slash('creator-link verify', { user: cat, title: 'Art' })).text).toContain(
      'Confirmed **Art**',
    );
    expect((await cat.slash('creator-link get')).text).toContain('✅');
    const edited = await cat.slash('creator-link edit', { title: 'Art', url: 'https://example.net' });
    expect(edited.text).toContain('The staff has to confirm the new address again.');
    expect((await cat.slash('creator-link get')).text).not.toContain('✅');
    await expect(bot.undo({ guild, action: 'creator-links.verify', by: staff })).rejects.toThrow(
      'changed since',
    );
    await staff.slash('creator-link verify', { user: cat, title: 'Art' });
    expect((await staff.slash('creator-link verify', { user: cat, title: 'Art' })).text).toContain(
      'no longer confirmed',
    );
  });

  test('a hidden link is shown nowhere, its owner is told, and undo shows it again', async () => {
    const { guild, cat, dog, staff } = await newScene(bot);
    await cat.slash('creator-link add', { title: 'Art', url: 'https://example.org' });
    await cat.slash('creator-link add', { title: 'Other', url: 'https://example.net' });

    const hidden = await staff.slash('creator-link hide', { user: cat, title: 'Art' });

    expect(hidden.text).toContain('Hid **Art**');
    expect(linksIn(await dog.slash('creator-link get', { user: cat }))).toEqual(['https://example.net']);
    expect((await dog.slash('creator-link browse')).text).not.toContain('example.org');
    const own = await cat.slash('creator-link get');
    expect(own.text).not.toContain('hidden');
    await expect
      .poll(() => cat.messages.map(textOf))
      .toContain('The staff has hidden 1 of your links from everybody else.');
    await cat.slash('creator-link remove', { title: 'Art' });
    const again = { title: 'Again', url: 'https://example.org' };
    expect((await cat.slash('creator-link add', again)).text).toContain('has hidden this address');
    expect((await cat.slash('creator-link edit', { title: 'Other', url: again.url })).text).toContain(
      'has hidden this address',
    );
    await cat.slash('creator-link restore', { title: 'Art' });
    expect(linksIn(await dog.slash('creator-link get', { user: cat }))).toEqual(['https://example.net']);
    await expect(bot.undo({ guild, action: 'creator-links.hide', by: staff })).resolves.toContain(
      'no longer hidden',
    );
    expect(linksIn(await dog.slash('creator-link get', { user: cat }))).toHaveLength(2);
  });
});

describe('people who left', () => {
  test('their links are hidden until they come back', async () => {
    const { guild, cat, dog } = await newScene(bot);
    await cat.slash('creator-link add', { title: 'Art', url: 'https://example.org' });

    await cat.leave();

    await expect
      .poll(async () => (await dog.slash('creator-link get', { user: cat })).text)
      .toContain('is not in this server. Their links are shown again when they come back.');
    expect((await dog.slash('creator-link browse')).text).toContain('Nobody here has a link yet.');
    const wanted = { guildId: guild.id, userId: cat.id, nsfw: true };
    expect(await container['creator-links'].linksOf(wanted)).toEqual([]);
    await cat.join();
    await expect
      .poll(async () => linksIn(await dog.slash('creator-link get', { user: cat })))
      .toEqual(['https://example.org']);
  });

  test('who left while the bot was away is found out when their links are about to be shown', async () => {
    const { cat, dog } = await newScene(bot);
    await cat.slash('creator-link add', { title: 'Art', url: 'https://example.org' });
    await dog.slash('creator-link add', { title: 'Bones', url: 'https://example.net' });
    await bot.stop();
    await cat.leave();
    await bot.restart();
    await bot.clock.advance('7h');

    const browsed = await dog.slash('creator-link browse');

    expect(browsed.text).toContain('example.net');
    expect(browsed.text).not.toContain('example.org');
  });

  test('who came back while the bot was away is here again once they add something', async () => {
    const { cat, dog } = await newScene(bot);
    await cat.slash('creator-link add', { title: 'Art', url: 'https://example.org' });
    await cat.leave();
    await expect
      .poll(async () => (await dog.slash('creator-link get', { user: cat })).text)
      .toContain('is not in this server');
    await bot.stop();
    await cat.join();
    await bot.restart();

    await cat.slash('creator-link add', { title: 'More', url: 'https://example.net' });

    expect(linksIn(await dog.slash('creator-link get', { user: cat }))).toHaveLength(2);
  });

  test('where Discord does not tell whether they are there, what was known last holds', async () => {
    const { cat, dog } = await newScene(bot);
    await cat.slash('creator-link add', { title: 'Art', url: 'https://example.org' });
    await bot.stop();
    await cat.leave();
    await bot.restart();
    await bot.clock.advance('7h');
    bot.fault.failNext({
      method: 'GET',
      template: '/guilds/{guild_id}/members/{user_id}',
      status: 403,
      times: 2,
    });

    const browsed = await dog.slash('creator-link browse');

    expect(browsed.text).toContain('example.org');
  });
});
