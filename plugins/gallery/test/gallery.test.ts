import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot, textOf } from '@twi/testing';
import { PermissionFlagsBits } from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { galleryPlugin } from '../src/index.ts';
import { addPicture, itemOf, newScene, picture, picturesOf } from './gallery-scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [galleryPlugin] });
});
afterEach((context) => bot.explainFailure(context));
afterAll(() => bot[Symbol.asyncDispose]());

const LINK = 'https://example.invalid/story';

/** A gallery of twelve items; the last one is NSFW. */
async function filled() {
  const scene = await newScene(bot);
  for (let at = 1; at <= 12; at += 1)
    await container.gallery.items.add({
      guildId: scene.guild.id,
      kind: 'link',
      title: at === 7 ? 'Café at the Inn' : `Story ${at}`,
      url: `${LINK}/${at}`,
      description: at === 3 ? 'the inn, again' : null,
      creator: at % 2 === 0 ? 'Mia' : 'Noah',
      tags: at % 3 === 0 ? ['fanart', 'third'] : ['fanart'],
      nsfw: at === 12,
      addedBy: scene.alice.id,
    });
  return scene;
}

describe('adding', () => {
  test('a link is added and can be seen by everybody', async () => {
    const { alice, bob } = await newScene(bot);

    const added = await alice.slash('gallery add', {
      title: 'A *fine* story',
      url: LINK,
      description: 'Worth it',
      tags: 'Fanfic, #Twi,  fanfic',
      creator: 'pirateaba',
    });
    const shown = await bob.slash('gallery view', { id: '1' });

    expect(added.text).toContain('Added **#1 A \\*fine\\* story**');
    expect(added.isEphemeral).toBe(false);
    expect(shown.text).toContain('#1 A \\*fine\\* story');
    expect(shown.text).toContain('Worth it');
    expect(shown.text).toContain('By pirateaba · `fanfic` `twi`');
    expect(shown.text).toContain(`Added by <@${alice.id}>`);
    expect(String(shown)).toContain(`[Open → ${LINK}]`);
  });

  test('a picture is kept by the answer', async () => {
    const { guild, alice, bob } = await newScene(bot);
    const image = await picture(3);

    const added = await addPicture(alice, 'Drawn', image);

    expect(textOf(alice.messages.at(-1) ?? added.message)).toContain('Added **#1 Drawn**');
    expect(added.message.attachments).toHaveLength(1);
    const [address = ''] = picturesOf(await bob.slash('gallery view', { id: '1' }));
    const bytes = Buffer.from(await (await fetch(address)).arrayBuffer());
    expect(bytes.equals(image.bytes)).toBe(true);
    expect(await itemOf(guild, 1)).toMatchObject({ kind: 'image', url: null, addedBy: alice.id });
  });

  test.each([
    ['neither', {}, 'Give either `url` or `image`'],
    ['both', { url: LINK, image: { filename: 'a.png', bytes: Buffer.from('x') } }, 'not both'],
    ['no address', { url: 'not an address' }, '`url` does not take “not an address”'],
    ['another protocol', { url: 'javascript:alert(1)' }, '`url` does not take'],
    ['a password', { url: 'https://user:secret@example.org/' }, '`url` does not take'],
    ['an empty title', { url: LINK, title: '  ' }, '`title` is empty'],
    ['a long tag', { url: LINK, tags: 'x'.repeat(31) }, '`tags` does not take'],
    ['too many tags', { url: LINK, tags: 'a,b,c,d,e,f,g,h,i,j,k' }, '`tags` has 11 tags; up to 10'],
    [
      'a program',
      { image: { filename: 'a.exe', bytes: Buffer.from('MZ') } },
      '`image` does not take “a.exe”',
    ],
  ])('%s is refused, and nothing is added', async (_what, options, answer) => {
    const { guild, alice } = await newScene(bot);

    const reply = await alice.slash('gallery add', { title: 'Title', ...options });

    expect(reply.text).toContain(answer);
    expect(await container.gallery.items.count(guild.id)).toBe(0);
  });

  test('the same picture, one that looks alike and the same address are found', async () => {
    const { alice } = await newScene(bot);
    const image = await picture(5);
    await addPicture(alice, 'First', image);
    await alice.slash('gallery add', { title: 'Second', url: LINK });

    const same = await alice.slash('gallery add', { title: 'Again', image });
    const address = await alice.slash('gallery add', { title: 'Again', url: LINK });

    expect(same.text).toBe('That file is in the gallery already, as #1.');
    expect(address.text).toBe('That address is in the gallery already, as #2.');
  });

  test('of the same picture added twice at once, one stays, and the other answer holds no file', async () => {
    const { guild, alice } = await newScene(bot);
    const image = await picture(7);

    const answers = await Promise.all([
      alice.slash('gallery add', { title: 'One', image }),
      alice.slash('gallery add', { title: 'Two', image }),
    ]);

    const files = () =>
      answers.map(
        ({ message }) => alice.messages.find(({ id }) => id === message.id)?.attachments.length ?? 0,
      );
    await expect.poll(() => files().toSorted((left, right) => left - right)).toEqual([0, 1]);
    expect(await container.gallery.items.count(guild.id)).toBe(1);
  });

  test('an address of a private network is not opened', async () => {
    const { guild, alice } = await newScene(bot);

    const reply = await alice.slash('gallery add', { title: 'Router', url: 'http://192.168.0.1/admin.png' });

    expect(reply.text).toContain('`url`');
    expect(await container.gallery.items.count(guild.id)).toBe(0);
  });

  test('members without the permission do not add', async () => {
    const { guild, bob } = await newScene(bot);

    const reply = await bob.slash('gallery add', { title: 'Mine', url: LINK });

    expect(reply.isEphemeral).toBe(true);
    expect(await container.gallery.items.count(guild.id)).toBe(0);
  });

  test('the limit of the server holds, however many are added at once', async () => {
    const { guild, alice } = await newScene(bot);
    await guild.owner.slash('config set', { plugin: 'gallery', key: 'maxItems', value: '5' });

    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, (_, at) =>
        container.gallery.items.add({
          guildId: guild.id,
          kind: 'link',
          title: `Link ${at}`,
          url: `${LINK}/${at}`,
          nsfw: false,
          addedBy: alice.id,
        }),
      ),
    );

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(await container.gallery.items.count(guild.id)).toBe(5);
    const numbers = await Promise.all([1, 2, 3, 4, 5].map((number) => itemOf(guild, number)));
    expect(numbers.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    const refused = await alice.slash('gallery add', { title: 'One more', url: LINK });
    expect(refused.text).toContain('it holds 5 items');
    expect(refused.text).toContain('`maxItems`');
  });

  test('a message becomes one item, however often and at once it is added', async () => {
    const { guild, alice } = await newScene(bot);
    const add = () =>
      container.gallery.items.add({
        guildId: guild.id,
        kind: 'text',
        title: 'Said well',
        nsfw: false,
        addedBy: alice.id,
        source: { channelId: guild.channelId, messageId: '987654321098765432' },
      });

    const results = await Promise.all([add(), add(), add()]);

    expect(results.filter(({ outcome }) => outcome === 'added')).toHaveLength(1);
    expect(results.filter(({ outcome }) => outcome === 'duplicate')).toEqual([
      { outcome: 'duplicate', by: 'message', number: 1 },
      { outcome: 'duplicate', by: 'message', number: 1 },
    ]);
  });
});

describe('looking', () => {
  test('lists are paged, newest first, and the buttons outlive a restart', async () => {
    const { bob } = await filled();

    const first = await bob.slash('gallery list');
    expect(first.text).toMatch(/#11 Story 11[\s\S]*#7 Café/);
    expect(first.text).not.toContain('#12');
    await bot.restart();
    const second = await bob.click(first, 'Next');
    const third = await bob.click(second, 'Next');
    const back = await bob.click(third, 'Previous');

    expect(second.text).toMatch(/#6 Story 6[\s\S]*#2 Story 2/);
    expect(third.text).toContain('#1 Story 1');
    expect(back.text).toContain('#6 Story 6');
  });

  test('only who asked turns the pages', async () => {
    const { alice, bob } = await filled();
    const page = await bob.slash('gallery list');

    const answer = await alice.click(page, 'Next');

    expect(answer.followups.at(-1)?.content ?? answer.text).toContain('Somebody else asked for this');
  });

  test('lists are narrowed down by tag and creator', async () => {
    const { bob } = await filled();

    const both = await bob.slash('gallery list', { tag: '#Third', creator: 'mIA' });
    const none = await bob.slash('gallery list', { tag: 'nothing' });

    expect(both.text).toContain('#6 Story 6');
    expect(both.text).not.toContain('#3 Story 3');
    expect(none.text).toContain('No item fits');
  });

  test('searches find words by their beginnings, without accents, the best first', async () => {
    const { bob } = await filled();

    const found = await bob.slash('gallery search', { query: 'INN' });
    const accent = await bob.slash('gallery search', { query: 'cafe' });
    const prefix = await bob.slash('gallery search', { query: 'thi noa' });
    const nothing = await bob.slash('gallery search', { query: 'zebra' });

    expect(found.text.indexOf('#7 Café')).toBeGreaterThan(0);
    expect(found.text.indexOf('#7 Café')).toBeLessThan(found.text.indexOf('#3 Story 3'));
    expect(accent.text).toContain('#7 Café');
    expect(prefix.text).toContain('#9 Story 9');
    expect(nothing.text).toContain('Nothing has all of “zebra”');
  });

  test.each(['???', "'; drop table gallery.items; --", ':* & | !', '"story', '\\', 'a:*<->b', '(((', '🎉'])(
    'typed punctuation does no harm: %s',
    async (query) => {
      const { bob } = await newScene(bot);

      const reply = await bob.slash('gallery search', { query });

      expect(reply.text).toMatch(/does not take|Nothing has all/);
    },
  );

  test('found pages are turned, too', async () => {
    const { bob } = await filled();

    const first = await bob.slash('gallery search', { query: 'story' });
    const second = await bob.click(first, 'Next');

    expect(first.text).toContain('#11 Story 11');
    expect(second.text).toContain('#5 Story 5');
  });

  test('NSFW items are shown in age-restricted channels alone', async () => {
    const { bob, adults } = await filled();

    expect((await bob.slash('gallery view', { id: '12' })).text).toContain('is NSFW');
    expect((await bob.slash('gallery search', { query: '12' })).text).toContain('Nothing has all');
    expect(await bob.autocomplete('gallery view', { id: '12' }, 'id')).toEqual([]);
    expect((await bob.slash('gallery stats')).text).toContain('**11** items');
    expect((await adults.bob.slash('gallery view', { id: '#12' })).text).toContain('Story 12');
    expect((await adults.bob.slash('gallery list')).text).toContain('#12 Story 12');
    expect((await adults.bob.slash('gallery stats')).text).toContain('**12** items');
  });

  test('suggestions complete numbers, titles and the last of several tags', async () => {
    const { bob } = await filled();

    const numbers = await bob.autocomplete('gallery view', { id: '1' }, 'id');
    const titles = await bob.autocomplete('gallery view', { id: 'caf' }, 'id');
    const all = await bob.autocomplete('gallery view', { id: '' }, 'id');
    const tag = await bob.autocomplete('gallery list', { tag: 'th' }, 'tag');

    expect(numbers.map(({ name }) => name)).toEqual(['#11 Story 11', '#10 Story 10', '#1 Story 1']);
    expect(titles).toEqual([{ name: '#7 Café at the Inn', value: '7' }]);
    expect(all).toHaveLength(11);
    expect(tag).toEqual([{ name: 'third', value: 'third' }]);
  });

  test('several tags are completed one after the other', async () => {
    const { alice } = await filled();

    const tags = await alice.autocomplete('gallery add', { title: 'x', tags: 'third, fan' }, 'tags');

    expect(tags).toEqual([{ name: 'third, fanart', value: 'third, fanart' }]);
  });

  test('any item is shown, with another one at a click', async () => {
    const { bob } = await filled();

    const shown = await bob.slash('gallery random', { tag: 'third' });
    const another = await bob.click(shown, 'Another');

    expect(shown.text).toMatch(/#(?:3|6|9) /);
    expect(another.text).toMatch(/#(?:3|6|9) /);
  });

  test('the newest are shown together', async () => {
    const { alice, bob } = await filled();
    await addPicture(alice, 'Drawn', await picture(11));

    const shown = await bob.slash('gallery showcase', { count: 3 });

    expect(shown.text).toMatch(/#13 Drawn\n#11 Story 11 · Noah\n#10 Story 10 · Mia/);
    expect(picturesOf(shown)).toHaveLength(1);
  });

  test('an empty gallery says so', async () => {
    const { bob } = await newScene(bot);

    for (const command of ['gallery list', 'gallery random', 'gallery showcase', 'gallery stats'])
      expect((await bob.slash(command)).text).toContain('There is nothing in the gallery yet');
  });

  test('numbers and a chart tell what the gallery holds', async () => {
    const { bob } = await filled();

    const reply = await bob.slash('gallery stats');

    expect(reply.text).toContain('**11** items');
    expect(reply.text).toContain('`fanart` 11');
    expect(reply.text).toContain('Noah 6');
    expect(reply.embeds[0]?.image?.url).toContain('gallery-growth.png');
  });

  test('what was posted to a channel that somebody cannot read is not shown to them', async () => {
    const { guild, alice, bob } = await newScene(bot);
    const secret = guild.sandbox.addChannel({
      name: 'secret',
      permission_overwrites: [
        { id: guild.id, type: 0, allow: '0', deny: PermissionFlagsBits.ViewChannel.toString() },
      ],
    });
    const { gallery } = container;
    await gallery.destinations.add({ guildId: guild.id, channelId: secret.id }, {}, alice.id);
    await gallery.items.add({
      guildId: guild.id,
      kind: 'text',
      title: 'Secret',
      nsfw: false,
      posted: { channelId: secret.id, messageId: '1234567890123456' },
    });

    expect((await bob.slash('gallery view', { id: '1' })).text).toContain('There is no item #1');
    expect((await bob.slash('gallery list')).text).toContain('There is nothing');
    expect((await bob.slash('gallery search', { query: 'secret' })).text).toContain('Nothing has all');
    expect((await guild.owner.slash('gallery view', { id: '1' })).text).toContain('Secret');
  });
});

describe('files', () => {
  test('an address that has expired is asked for anew', async () => {
    const { guild, alice, bob } = await newScene(bot);
    await addPicture(alice, 'Drawn', await picture(13));
    const [before] = picturesOf(await bob.slash('gallery view', { id: '1' }));

    await bot.clock.advance('3d');
    const [after = ''] = picturesOf(await bob.slash('gallery view', { id: '1' }));

    expect(after).not.toBe(before);
    expect((await fetch(after)).status).toBe(200);
    expect(await itemOf(guild, 1)).toMatchObject({ title: 'Drawn' });
  });

  test('a picture whose message was deleted is said to be gone', async () => {
    const { alice, bob } = await newScene(bot);
    const added = await addPicture(alice, 'Drawn', await picture(17));

    await alice.delete(added);
    await expect
      .poll(async () => (await bob.slash('gallery view', { id: '1' })).text)
      .toContain('A file of it is gone');
  });

  test('a picture whose message was deleted while the bot was away is found gone', async () => {
    const { alice, bob } = await newScene(bot);
    const added = await addPicture(alice, 'Drawn', await picture(19));
    await bot.stop();
    await alice.delete(added);
    await bot.restart();
    await bot.clock.advance('3d');

    const shown = await bob.slash('gallery view', { id: '1' });

    expect(shown.text).toContain('A file of it is gone');
    expect(picturesOf(shown)).toEqual([]);
  });
});
