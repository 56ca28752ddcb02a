import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { replySerializer, startTestBot, type TestBot, type TestMember } from '../src/index.ts';
import { doormanPlugin } from './doorman/plugin.ts';

expect.addSnapshotSerializer(replySerializer);

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [doormanPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());
afterEach((context) => bot.explainFailure(context));

async function newAlice(prefix?: string): Promise<TestMember> {
  const guild = await bot.guild({ enable: ['doorman'], ...(prefix && { prefix }) });
  return guild.member({ username: 'alice', permissions: ['ManageMessages'] });
}

/** Waits for what a listener says in the channel. */
async function hears(member: TestMember, word: string): Promise<void> {
  await vi.waitFor(() => expect(member.messages.map(({ content }) => content)).toContain(word), {
    timeout: 5_000,
    interval: 20,
  });
}

test('types a slash command and reads the answer as people do', async () => {
  const alice = await newAlice();

  const reply = await alice.slash('greet', { who: alice });

  expect(reply).toMatchInlineSnapshot(`
    Twi:
      | Hello, @alice!
      [Again] [Write]
      ▾ Other words: Hello | Good morning | Good evening
  `);
});

test('types a prefix command', async () => {
  const alice = await newAlice('!');

  const reply = await alice.prefix('!greet');

  expect(reply.text).toBe('Hello!');
});

test('begins a prefix command with a mention where there is no prefix', async () => {
  const alice = await newAlice();

  const reply = await alice.prefix(`<@${bot.sandbox.bot.id}> greet`);

  expect(reply.text).toBe('Hello!');
});

test('is offered what fits what they type', async () => {
  const alice = await newAlice();

  const choices = await alice.autocomplete('greet', { who: alice, word: 'good' }, 'word');

  expect(choices.map(({ name }) => name)).toEqual(['Good morning', 'Good evening']);
});

test('chooses from the menu of a member, and waits for the deferred answer', async () => {
  const alice = await newAlice();

  const reply = await alice.contextMenu('Greet', alice);

  expect(reply.text).toBe(`Hello, <@${alice.id}>!`);
});

test('clicks a button, which changes the message that it is on', async () => {
  const alice = await newAlice();
  const greeting = await alice.slash('greet', { who: alice });

  const reply = await alice.click(greeting, 'Again');

  expect(reply.text).toBe('Hello again!');
  expect(reply.message.id).toBe(greeting.message.id);
  expect(reply.buttons).toEqual([]);
});

test('chooses in a select menu', async () => {
  const alice = await newAlice();
  const greeting = await alice.slash('greet', { who: alice });

  const reply = await alice.select(greeting.message, 'Other words', ['Good evening']);

  expect(reply.text).toBe('Good evening');
});

test('fills in a form', async () => {
  const alice = await newAlice();
  const form = await alice.click(await alice.slash('greet', { who: alice }), 'Write');
  expect(form).toMatchInlineSnapshot(`
    (a form opens) Write a greeting
      [Text]
  `);

  const reply = await alice.submit(form, { text: 'Ahoy' });

  expect(reply).toMatchInlineSnapshot(`
    Twi (only you can see this):
      | Ahoy
  `);
  expect(reply.isEphemeral).toBe(true);
});

test('writes, edits and deletes a message', async () => {
  const alice = await newAlice();
  const message = await alice.send('Hi');

  await alice.edit(message, 'Hi there');
  await hears(alice, 'edited to Hi there');

  await alice.delete(message);
  await hears(alice, 'deleted');
  expect(alice.messages.map(({ id }) => id)).not.toContain(message.id);
});

test('reacts and takes it back', async () => {
  const alice = await newAlice();
  const message = await alice.send('Hi');

  await alice.react(message, '👋');
  await hears(alice, 'reacted 👋');

  await alice.unreact(message, '👋');
  await hears(alice, 'took back 👋');
  expect(alice.messages).toHaveLength(3);
});

test('leaves and joins again', async () => {
  const guild = await bot.guild({ enable: ['doorman'] });
  const bob = guild.member({ username: 'bob' });

  await bob.leave();
  await hears(guild.owner, 'bob went');
  expect(guild.sandbox.member(bob.id)).toBeUndefined();

  await bob.join();
  await vi.waitFor(() =>
    expect(guild.owner.messages.filter(({ content }) => content === 'bob came')).toHaveLength(2),
  );
});

test('does the same in another channel', async () => {
  const guild = await bot.guild({ enable: ['doorman'] });
  const elsewhere = guild.sandbox.addChannel({ name: 'elsewhere' });

  const reply = await guild.owner.in(elsewhere).slash('greet', { who: guild.owner });

  expect(reply.message.channel_id).toBe(elsewhere.id);
});

test('sees no command of a plugin that is off', async () => {
  const guild = await bot.guild();

  expect(guild.owner.commands).not.toContain('greet');
});
