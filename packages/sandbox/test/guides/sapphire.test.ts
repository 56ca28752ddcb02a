import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { MemberActor, Sandbox } from '../../src/index.ts';
import { startSandbox } from '../../src/index.ts';
import { present } from '../test-bot.ts';
import { GuideBot } from './guide-bot.ts';
import { configOf, play } from './scene.ts';

const COMMANDS = ['Message id', 'User id', 'daily', 'ping', 'secret', 'survey', 'vip'];
/** What a member sees comes some moments after what caused it. */
const SOON = { timeout: 5_000 };

let sandbox: Sandbox;
let bot: GuideBot;
let olivia: MemberActor;
let alice: MemberActor;
let bob: MemberActor;
beforeAll(async () => {
  sandbox = await startSandbox({ rateLimits: false });
  bot = new GuideBot('sapphire', sandbox, configOf(sandbox));
  await bot.start('src/index.js', 'Successfully logged in as Twi');
  olivia = play(sandbox, 'olivia');
  alice = play(sandbox, 'alice');
  bob = play(sandbox, 'bob');
  await vi.waitUntil(() => bob.commands().length === COMMANDS.length, SOON);
});
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
  await sandbox.close();
});

/** Writes a message; resolves with what the bot replies to it. */
async function write(member: MemberActor, content: string): Promise<string> {
  const { id } = await member.send(content);
  const reply = () => member.messages().find(({ message_reference: to }) => to?.message_id === id)?.content;
  await expect.poll(reply, SOON).toBeDefined();
  return reply() ?? '';
}

async function daily(member: MemberActor): Promise<string | undefined> {
  return (await member.slash('daily')).response?.content;
}

test('registers its commands', () => {
  expect(
    bob
      .commands()
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(COMMANDS);
});

test('reads text, flags and options after a prefix', async () => {
  expect(await write(bob, '!echo Hello  there')).toBe('Hello  there');
  expect(await write(bob, '!say --times=2 Hello --loud')).toBe('HELLO HELLO');
  expect(await write(bob, `<@${sandbox.bot.id}> echo By mention`)).toBe('By mention');
});

test('reads members, roles, channels and numbers', async () => {
  const role = present(sandbox.guilds[0]?.roles.find(({ name }) => name === 'Moderator'));

  expect(await write(bob, `!give <@${alice.userId}> 3 <@&${role.id}> <#${bob.channelId}> yes`)).toBe(
    'Alice gets 3 of Moderator in #general, wrapped (sapphirejs.dev)',
  );
  expect(await write(bob, '!give mallory 1 Moderator')).toBe(
    'Mallory gets 1 of Moderator in #general, bare (sapphirejs.dev)',
  );
});

test('says which argument it cannot read', async () => {
  expect(await write(bob, '!give nobody-at-all 3')).toBe(
    'The given argument did not resolve to a server member.',
  );
  expect(await write(bob, '!half 4')).toBe('Half of 4 is 2.');
  expect(await write(bob, '!half 3')).toBe('That is no even number.');
  expect(await write(bob, '!half')).toContain('argument');
});

test('tells its prefix to whom mentions it', async () => {
  expect(await write(bob, `<@${sandbox.bot.id}>`)).toBe('My prefix is !');
});

test('runs subcommands, typed and with a prefix, in a group and by default', async () => {
  expect((await bob.slash('vip list')).response?.content).toBe('Nobody yet.');
  await bob.slash('vip add', { user: alice.userId });
  expect(await write(bob, `!vip add <@${bob.userId}>`)).toBe('Added.');

  expect(await write(bob, '!vip')).toBe('alice, bob');
  expect((await bob.slash('vip action reset')).response?.content).toBe('Only the owner may do that.');
  expect((await olivia.slash('vip action reset')).response?.content).toBe('Forgotten.');
});

test('is in the menus of members and messages', async () => {
  const { id } = await alice.send('Look at me');

  const user = await bob.contextMenu('User id', { userId: alice.userId });
  const message = await bob.contextMenu('Message id', { messageId: id });

  expect(user.response?.content).toBe(`user ${alice.userId}`);
  expect(message.response?.content).toBe(`message ${id}`);
});

test('answers autocomplete, buttons, forms and menus with handlers', async () => {
  const choices = await bob.autocomplete('survey', { topic: 'ca' }, { focused: 'topic' });
  expect(choices.map(({ name }) => name)).toEqual(['Cats', 'Capybaras']);
  const { response } = await bob.slash('survey', { topic: 'cats' });
  const message = present(response);
  expect(message.content).toBe('What about cats?');

  const { modal } = await bob.click(message, 'Write');
  const written = await bob.submit(modal, { opinion: 'They purr.' });
  const chosen = await bob.select(message, 'How do you like it?', ['A lot']);

  expect(written.response?.content).toBe('Somebody thinks: They purr.');
  expect(chosen.response).toMatchObject({ id: message.id, content: 'You said: lot', components: [] });
});

test('keeps a command to those whom a precondition lets through', async () => {
  const denied = await bob.slash('secret');

  expect(denied.response?.content).toBe('Only the owner may do that.');
  expect((await olivia.slash('secret')).response?.content).toBe('The treasure is below the tree.');
  expect(await write(bob, '!secret')).toBe('Only the owner may do that.');
  expect(await write(olivia, '!secret')).toBe('The treasure is below the tree.');
});

test('asks for permissions of the member and of the bot', async () => {
  expect(await write(bob, '!clean 1')).toContain('Manage Messages');

  await bob.send('One');
  await bob.send('Two');
  await alice.send('!clean 3');

  await expect.poll(() => alice.messages().at(-1)?.content, SOON).toBe('3 are gone.');
  expect(alice.messages().map(({ content }) => content)).not.toContain('Two');
});

test('cools down, for each person on their own', async () => {
  expect(await daily(bob)).toBe('Here you are.');
  expect(await daily(bob)).toBe('Here you are.');
  expect(await daily(bob)).toMatch(/cooldown|wait/i);
  expect(await daily(alice)).toBe('Here you are.');
});

test('hears who joins', async () => {
  const stranger = sandbox.createUser({ username: 'stranger' });

  await sandbox.as(stranger.id, { channelId: bob.channelId }).join(present(sandbox.guilds[0]).id);

  await expect.poll(() => bob.messages().at(-1)?.content, SOON).toBe(`Welcome, <@${stranger.id}>!`);
});
