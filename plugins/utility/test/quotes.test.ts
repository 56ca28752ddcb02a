import { startTestBot, type TestBot, type TestMember } from '@twi/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { utilityPlugin } from '../src/index.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [utilityPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());
afterEach((context) => bot.explainFailure(context));

/** Alice adds quotes, Bob says things, Mallory does neither, and Mod may change what others added. */
async function newScene() {
  const guild = await bot.guild({ enable: ['utility'] });
  return {
    guild,
    alice: guild.member({ username: 'alice' }),
    bob: guild.member({ username: 'bob' }),
    mallory: guild.member({ username: 'mallory' }),
    mod: guild.member({ username: 'mod', permissions: ['ManageMessages'] }),
  };
}

async function add(member: TestMember, ...texts: string[]): Promise<void> {
  for (const text of texts) await member.slash('quote add', { text });
}

test('keeps a quote under a number, and shows who said it without pinging them', async () => {
  const { alice, bob } = await newScene();

  const added = await alice.slash('quote add', { text: String.raw`It works\non my machine`, user: bob });
  const shown = await bob.slash('quote get', { number: '1' });

  expect(added.text).toBe(`Quote #1 added\nIt works\non my machine\n\n— <@${bob.id}>`);
  expect(shown.text).toBe(`Quote #1\nIt works\non my machine\n\n— <@${bob.id}>`);
  expect(shown.isEphemeral).toBe(false);
  expect(shown.message.mentions).toEqual([]);
});

test('people without an account are credited by name, unknown ones not at all', async () => {
  const { alice } = await newScene();
  await alice.slash('quote add', { text: 'I think, *therefore*', name: 'René *D.*' });
  await add(alice, 'Nobody knows who said this @everyone');

  const named = await alice.slash('quote get', { number: '#1' });
  const unknown = await alice.slash('quote get', { number: '2' });

  expect(named.text).toContain(String.raw`— René \*D.\*`);
  expect(unknown.text).toContain('— somebody');
  expect(unknown.message.mention_everyone).toBe(false);
});

test.each([
  [{ text: 'ab ' }, '`text` takes 3 to 2,000 characters, not 2.'],
  [{ text: '👍x' }, '`text` takes 3 to 2,000 characters, not 2.'],
  [{ text: 'line\\n'.repeat(11).slice(0, -2) }, '`text` has 11 lines; at most 10 are accepted.'],
  [{ text: 'Who was it?', name: '   ' }, '`name` takes 1 to 100 characters.'],
])('refuses %o', async (options, words) => {
  const { alice } = await newScene();

  const refused = await alice.slash('quote add', options);

  expect(refused.isEphemeral).toBe(true);
  expect(refused.text).toBe(words);
  expect((await alice.slash('quote get')).text).toContain('There are no quotes here yet.');
});

test('refuses two people who said it, and numbers that are none', async () => {
  const { alice, bob } = await newScene();

  const twice = await alice.slash('quote add', { text: 'Hello', user: bob, name: 'Bob' });

  expect(twice.text).toBe('Give either `user`, or `name` for somebody without an account.');
  expect((await alice.slash('quote get', { number: 'hello' })).text).toContain(
    '`number` does not take "hello".',
  );
  expect((await alice.slash('quote get', { number: '7' })).text).toContain('There is no quote #7 here.');
});

test('has no room for more than the server wants to keep, however many add at once', async () => {
  const { guild, alice, bob } = await newScene();
  await guild.owner.slash('config set', { plugin: 'utility', key: 'quoteMax', value: '2' });
  await add(alice, 'First');

  const answers = await Promise.all(
    [alice, bob].map((member) => member.slash('quote add', { text: 'At once' })),
  );
  await alice.slash('quote delete', { number: '1' });
  const third = await alice.slash('quote add', { text: 'In its place' });

  const words = 'This server can keep no more than 2 of its quotes.';
  expect(answers.filter(({ text }) => text.startsWith('Quote #2 added'))).toHaveLength(1);
  const refused = answers.filter(({ text }) => text.startsWith(words));
  expect(refused.map(({ isEphemeral }) => isEphemeral)).toEqual([true]);
  expect(third.text).toContain('Quote #3 added');
  await expect(bot.undo({ guild, action: 'utility.quote-delete', by: alice })).rejects.toThrow(words);
});

test('a link in a quote shows where it leads', async () => {
  const { mallory } = await newScene();

  const added = await mallory.slash('quote add', { text: '**Free** [gift](https://evil.example)' });

  expect(added.text).toContain(String.raw`**Free** \[gift](https://evil.example)`);
});

test('numbers have no gaps and no repeats, however many add at once', async () => {
  const { guild } = await newScene();
  const members = Array.from({ length: 8 }, (_, index) => guild.member({ username: `member-${index}` }));

  const answers = await Promise.all(members.map((member) => member.slash('quote add', { text: 'At once' })));

  const numbers = answers
    .map(({ text }) => Number(/#(\d+)/.exec(text)?.[1]))
    .toSorted((one, other) => one - other);
  expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test('deleting renumbers nothing, and undoing brings the same number back', async () => {
  const { guild, alice } = await newScene();
  await add(alice, 'First', 'Second', 'Third');

  const deleted = await alice.slash('quote delete', { number: '2' });
  await add(alice, 'Fourth');

  expect(deleted.text).toContain('Quote #2 is deleted.');
  expect((await alice.slash('quote get', { number: '2' })).text).toContain('There is no quote #2 here.');
  expect((await alice.slash('quote get', { number: '3' })).text).toContain('Third');
  expect((await alice.slash('quote get', { number: '4' })).text).toContain('Fourth');
  expect((await alice.slash('quote delete', { number: '2' })).text).toContain('Quote #2 is deleted already.');

  const undone = await bot.undo({ guild, action: 'utility.quote-delete', by: alice });
  expect(undone).toBe('Quote #2 is back.');
  expect((await alice.slash('quote get', { number: '2' })).text).toContain('Second');
  await expect(bot.undo({ guild, action: 'utility.quote-delete', by: alice })).rejects.toThrow(
    'Quote #2 is not deleted.',
  );
  await bot.redo({ guild, action: 'utility.quote-delete', by: alice });
  expect((await alice.slash('quote get', { number: '2' })).text).toContain('There is no quote #2 here.');
});

test('adding can be undone', async () => {
  const { guild, alice } = await newScene();
  await add(alice, 'A slip of the tongue');

  await bot.undo({ guild, action: 'utility.quote-add', by: alice });

  expect((await alice.slash('quote get', { number: '1' })).text).toContain('There is no quote #1 here.');
});

test('who added it, who said it and who may change those of others can change it, and nobody else', async () => {
  const { alice, bob, mallory, mod } = await newScene();
  await alice.slash('quote add', { text: 'As I said', user: bob });

  const refused = 'Quote #1 is not yours, and you may not change the quotes of others.';
  expect((await mallory.slash('quote edit', { number: '1', text: 'Nonsense' })).text).toBe(refused);
  expect((await mallory.slash('quote delete', { number: '1' })).text).toBe(refused);
  expect((await alice.slash('quote edit', { number: '1', text: 'As he said' })).text).toContain('As he said');
  expect((await mod.slash('quote edit', { number: '1', name: 'Bob, as they say' })).text).toContain(
    '— Bob, as they say',
  );
  expect((await bob.slash('quote delete', { number: '1' })).text).toBe(refused);
  expect((await mod.slash('quote edit', { number: '1', user: bob })).text).toContain(`— <@${bob.id}>`);
  expect((await bob.slash('quote delete', { number: '1' })).text).toContain('is deleted');
});

test('an edit that changes nothing is refused; an undo does not overwrite what came later', async () => {
  const { guild, alice } = await newScene();
  await add(alice, 'Before');

  expect((await alice.slash('quote edit', { number: '1', text: 'Before' })).text).toContain(
    'what it says already',
  );
  expect((await alice.slash('quote edit', { number: '1' })).text).toContain('what it says already');
  await alice.slash('quote edit', { number: '1', text: 'Between' });
  await bot.undo({ guild, action: 'utility.quote-edit', by: alice });
  expect((await alice.slash('quote get', { number: '1' })).text).toContain('Before');
  await alice.slash('quote edit', { number: '1', text: 'Later' });

  await expect(bot.redo({ guild, action: 'utility.quote-edit', by: alice })).rejects.toThrow(
    'Quote #1 has been changed since.',
  );
});

test('finds by beginnings of words, of what was said and of who said it', async () => {
  const { alice } = await newScene();
  await alice.slash('quote add', { text: 'The quick brown fox', name: 'Aesop' });
  await add(alice, 'A quiet brownie', 'Nothing of the kind');

  const both = await alice.slash('quote find', { search: 'QUI brow' });
  const one = await alice.slash('quote find', { search: 'aeso' });
  const none = await alice.slash('quote find', { search: 'fox brownie' });

  expect(both.text).toBe(
    'Quotes with "QUI brow"\n**#2** A quiet brownie — somebody\n**#1** The quick brown fox — Aesop',
  );
  expect(one.text).toContain('Quote #1\nThe quick brown fox');
  expect(none.text).toContain('No quote has "fox brownie" in it.');
});

test.each(["it's", "'", '& | ! <-> :*', String.raw`\ ' \\`, '%_%', '💥', '’s'])(
  'searching for %s is no error',
  async (search) => {
    const { alice } = await newScene();
    await add(alice, "It's complicated");

    const answer = await alice.slash('quote find', { search: `${search} ` });

    expect(answer.text).toMatch(/Quote #1|No quote has|needs a word|Quotes with/);
  },
);

test.each(['example.com', 'or', 'thanks', '5', 'cafe', 'CAFÉ', 'हिन्दी', '猫', 'foo_bar'])(
  'finds %s however it is written, and whatever stands beside it',
  async (search) => {
    const { alice } = await newScene();
    await add(alice, 'See example.com and/or ok.thanks at -5° in the Café हिन्दी 猫 foo_bar');

    expect((await alice.slash('quote find', { search })).text).toContain('Quote #1\n');
  },
);

test('many finds have pages, whose buttons work after a restart, also with the longest search', async () => {
  const { alice, bob } = await newScene();
  const search = 'wordy '.repeat(10).trim();
  for (let index = 1; index <= 9; index += 1) await add(alice, `${index} ${search}`);

  const first = await alice.slash('quote find', { search });
  await bot.restart();
  const second = await bob.click(first, 'Next');

  expect(first.text).toContain('**#9**');
  expect(first.text).not.toContain('**#1**');
  expect(second.text).toContain('**#1**');
});

test('suggests by number first, then by words', async () => {
  const { alice } = await newScene();
  await add(alice, 'One little thing', 'Two little things', '1 more thing');

  const byNumber = await alice.autocomplete('quote get', { number: '1' }, 'number');
  const byWords = await alice.autocomplete('quote get', { number: 'litt' }, 'number');

  expect(byNumber.map(({ name }) => name)).toEqual(['#1 One little thing', '#3 1 more thing']);
  expect(byWords.map(({ value }) => value)).toEqual(['2', '1']);
});

test('tells who added a quote, and that they are gone', async () => {
  const { alice, bob } = await newScene();
  await add(alice, 'Worth keeping');
  expect((await bob.slash('quote who', { number: '1' })).text).toMatch(
    new RegExp(`^Quote #1 was added by <@${alice.id}> <t:\\d+:R>\\.$`),
  );

  await alice.leave();

  expect((await bob.slash('quote who', { number: '1' })).text).toContain('They are no longer a member here.');
});

test('quotes go with who said them; who added them is forgotten', async () => {
  const { alice, bob, mallory } = await newScene();
  await alice.slash('quote add', { text: 'Said by Bob', user: bob });
  await add(alice, `Said to <@${bob.id}>`);

  await bob.click(await bob.slash('privacy erase', { confirm: 'erase' }), 'Erase my data');
  await alice.click(await alice.slash('privacy erase', { confirm: 'erase' }), 'Erase my data');

  expect((await mallory.slash('quote get', { number: '1' })).text).toContain('There is no quote #1');
  const kept = await mallory.slash('quote get', { number: '2' });
  expect(kept.text).toContain('Said to');
  expect(kept.text).not.toContain(bob.id);
  expect((await mallory.slash('quote who', { number: '2' })).text).toContain('is not known any more');
});

test('what everybody reads is in the language of the server, what one reads in theirs', async () => {
  const { guild, alice } = await newScene();
  await guild.owner.slash('config set', { plugin: 'core', key: 'locale', value: 'de' });
  await add(alice, 'Guten Tag');
  const elena = guild.member({ locale: 'es-ES' });

  expect((await elena.slash('quote get', { number: '1' })).text).toContain('Zitat #1');
  expect((await elena.slash('quote get', { number: '9' })).text).toContain('Aquí no hay ninguna cita #9.');
});
