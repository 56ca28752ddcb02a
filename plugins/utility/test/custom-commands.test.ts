import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot, type TestMember } from '@twi/testing';
import { ChannelType, OverwriteType, PermissionFlagsBits } from 'discord.js';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { utilityPlugin } from '../src/index.ts';
import { newChoicesScene } from './choices-scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [utilityPlugin] });
});
afterEach((context) => bot.explainFailure(context));
afterAll(() => bot[Symbol.asyncDispose]());

/** A guild in which `!marker` answers, so that silence can be told from an answer that is under way. */
async function newScene() {
  const scene = await newChoicesScene(bot, '!');
  await scene.alice.slash('custom add', { name: 'marker', text: 'Marked', cooldown: 'none' });
  return scene;
}

/** Writes a message that is met with silence: the answer to a later one, which takes the same way, comes first. */
async function expectSilence(member: TestMember, text: string): Promise<void> {
  await member.send(text);
  expect((await member.prefix('!marker')).text).toBe('Marked');
  const [latest, before] = member.messages.toReversed().filter(({ content }) => content !== '!marker');
  expect([latest?.content, before?.content]).toEqual(['Marked', text]);
}

test('a command answers whoever types it, with what is filled in, and pings nobody', async () => {
  const { guild, alice, bob } = await newChoicesScene(bot, '!');
  const made = await alice.slash('custom add', {
    name: 'Rules',
    text: 'Be kind, {user}, on {server}.\\nIn {channel}: {args} ({count})',
    cooldown: 'none',
  });
  expect(made.text).toContain('Made `!rules`. Write it in a message to try it.');

  const answer = await bob.prefix('!RULES  <@1> @everyone {user}');

  expect(answer.text).toBe(
    `Be kind, <@${bob.id}>, on ${guild.sandbox.name}.\nIn <#${guild.channelId}>: <@1> @everyone {user} (1)`,
  );
  expect(answer.message.mention_everyone).toBe(false);
  expect(answer.message.mentions).toEqual([]);
  expect(answer.message.message_reference?.message_id).toBeDefined();
  const mentioned = await bob.prefix(`<@${bot.sandbox.bot.id}> rules again`);
  expect(mentioned.text).toContain('again (2)');
});

test('messages that are no command are met with silence', async () => {
  const { alice, bob } = await newScene();
  await alice.slash('custom add', { name: 'rules', text: 'Be kind', cooldown: 'none' });

  await expectSilence(bob, 'rules');
  await expectSilence(bob, '!nothing');
  expect((await bob.prefix('! rules')).text).toBe('Be kind');
  expect((await bob.prefix('!rules\nand more')).text).toBe('Be kind');
});

test('names of any script work, whatever the case and however they are typed', async () => {
  const { alice, bob } = await newChoicesScene(bot, '!');
  await alice.slash('custom add', { name: 'CAFÉ', text: 'Kaffee', cooldown: 'none' });

  expect((await bob.prefix('!cafe\u0301')).text).toBe('Kaffee');
  expect((await alice.slash('custom add', { name: 'café', text: 'x' })).text).toContain(
    'There is a command `café` already.',
  );
});

test.each([
  [{ name: 'two words', text: 'x' }, '`name` is "two words". It may have 1 to 32 letters'],
  [{ name: 'roles', text: 'x' }, 'The bot has a command `/roles` already'],
  [{ name: 'PING', text: 'x' }, 'The bot has a command `/ping` already'],
  [{ name: 'fine', text: '   ' }, '`text` is empty; 1 to 2000 characters are accepted.'],
  [{ name: 'fine', text: 'x', cooldown: 'soon' }, '`cooldown` is "soon".'],
  [{ name: 'fine', text: 'x', cooldown: '2d' }, '`cooldown` is "2d".'],
] as const)('refuses %j', async (options, why) => {
  const { guild, alice } = await newChoicesScene(bot);

  expect((await alice.slash('custom add', options)).text).toContain(why);
  expect(await container.utility.customCommands.list(guild.id)).toEqual([]);
});

test('a form takes a text of several lines, and changes it', async () => {
  const { alice, bob } = await newChoicesScene(bot, '!');
  const form = await alice.slash('custom add', { name: 'Welcome', embed: true, cooldown: 'none' });
  expect(form.modal?.title).toBe('New command');
  await alice.submit(form, { name: 'welcome', text: 'Hello {user}\n\nHave tea' });

  const answer = await bob.prefix('!welcome');
  expect(answer.embeds[0]?.description).toBe(`Hello <@${bob.id}>\n\nHave tea`);

  const edit = await alice.slash('custom edit', { name: 'WELCOME' });
  expect(edit.modal?.title).toBe('Command welcome');
  await alice.submit(edit, { text: 'Goodbye' });
  expect((await bob.prefix('!welcome')).embeds[0]?.description).toBe('Goodbye');
});

test('a command pauses in a channel after a use, and in no other', async () => {
  const { guild, alice, bob, carol } = await newScene();
  await alice.slash('custom add', { name: 'rules', text: 'Be kind', cooldown: '10m' });
  const elsewhere = guild.sandbox.addChannel({ name: 'elsewhere' });

  const answered = await Promise.all([bob, carol, alice].map((member) => member.send('!rules')));
  expect(answered).toHaveLength(3);
  await expect
    .poll(() => bot.sandbox.messages(guild.channelId).filter(({ content }) => content === 'Be kind'))
    .toHaveLength(1);
  await expectSilence(carol, '!rules');
  expect((await carol.in(elsewhere).prefix('!rules')).text).toBe('Be kind');
  await bot.clock.advance('11m');
  expect((await carol.prefix('!rules')).text).toBe('Be kind');
});

test('a command answers only where and whom it is meant for', async () => {
  const { guild, alice, bob, carol, role } = await newScene();
  const staff = await role('Crew');
  guild.sandbox.removeMember(carol.id);
  guild.sandbox.addMember(carol.id, { roleIds: [staff] });
  const elsewhere = guild.sandbox.addChannel({ name: 'elsewhere' });
  await alice.slash('custom add', { name: 'crew', text: 'Hi crew', role: staff, cooldown: 'none' });
  await alice.slash('custom add', { name: 'there', text: 'Hi there', channel: elsewhere, cooldown: 'none' });

  await expectSilence(bob, '!crew');
  expect((await carol.prefix('!crew')).text).toBe('Hi crew');
  await expectSilence(bob, '!there');
  expect((await bob.in(elsewhere).prefix('!there')).text).toBe('Hi there');

  await alice.slash('custom edit', { name: 'there', everywhere: true });
  await alice.slash('custom edit', { name: 'crew', role: guild.id });
  expect((await bob.prefix('!there')).text).toBe('Hi there');
  expect((await bob.prefix('!crew')).text).toBe('Hi crew');
});

test('a command cannot be for a channel in which nobody writes', async () => {
  const { guild, alice } = await newChoicesScene(bot, '!');
  const channel = guild.sandbox.addChannel({ name: 'Games', type: ChannelType.GuildCategory });

  await expect(alice.slash('custom add', { name: 'nowhere', text: 'Hi', channel })).rejects.toThrow(
    '"channel"',
  );
});

test('the list shows what somebody can use, and how often it was used', async () => {
  const { guild, alice, bob, role } = await newChoicesScene(bot, '!');
  const hidden = guild.sandbox.addChannel({
    name: 'hidden',
    permission_overwrites: [
      { id: guild.id, type: OverwriteType.Role, deny: String(PermissionFlagsBits.ViewChannel) },
    ],
  });
  await alice.slash('custom add', { name: 'rules', text: 'Be kind', cooldown: 'none' });
  await alice.slash('custom add', { name: 'secret', text: 'x', channel: hidden });
  await alice.slash('custom add', { name: 'crew', text: 'x', role: await role('Crew') });
  await bob.prefix('!rules');

  const list = await bob.slash('custom list');
  expect(list.isEphemeral).toBe(true);
  expect(list.text).toBe('Commands of this server\n**!rules** – used 1 time');
  expect((await alice.slash('custom list')).text).toContain(
    `**!secret** – used 0 times · only in <#${hidden.id}>`,
  );

  for (let number = 1; number <= 14; number += 1)
    await alice.slash('custom add', { name: `more-${number}`, text: 'x' });
  const next = await alice.click(await alice.slash('custom list'), 'Next');
  expect(next.text).toContain('!secret');
  expect(next.buttons).toEqual(['Previous']);
});

test('a command that the bot gets later answers itself, and the list says so', async () => {
  const { guild, alice, bob } = await newChoicesScene(bot, '!');
  await alice.slash('custom add', { name: 'hello', text: 'Mine', cooldown: 'none' });
  // As if it had been made before the bot had the command.
  await bot.database.handle
    .forPlugin('utility')
    .updateTable('utility.custom_commands')
    .set({ name: 'ping' })
    .where('guildId', '=', guild.id)
    .execute();
  await alice.slash('custom add', { name: 'other', text: 'x' });

  expect((await bob.prefix('!ping')).text).not.toBe('Mine');
  expect((await alice.slash('custom list')).text).toContain(
    '**!ping** – used 0 times · ⚠️ /ping of the bot answers instead',
  );
  expect((await bob.slash('custom list')).text).not.toContain('ping');
});

test('what is removed comes back as it was, with its number, by undo', async () => {
  const { guild, alice, bob } = await newScene();
  const numbers = async () =>
    (await container.utility.customCommands.list(guild.id)).map(({ number, name }) => `${number} ${name}`);
  await alice.slash('custom add', { name: 'rules', text: 'Be kind', cooldown: 'none' });
  await bob.prefix('!rules');
  await alice.slash('custom remove', { name: 'rules' });
  await expectSilence(bob, '!rules');
  await alice.slash('custom add', { name: 'other', text: 'x' });
  expect(await numbers()).toEqual(['1 marker', '3 other']);
  await alice.slash('undo');

  expect((await alice.slash('undo')).text).toContain('The command `rules` is back.');

  expect(await numbers()).toEqual(['1 marker', '2 rules']);
  expect((await bob.prefix('!rules')).text).toBe('Be kind');
});

test('undo explains where a name was taken, or somebody changed the command, since', async () => {
  const { guild, alice } = await newChoicesScene(bot, '!');
  await alice.slash('custom add', { name: 'rules', text: 'Be kind' });
  await alice.slash('custom edit', { name: 'rules', text: 'Be nice' });
  await guild.owner.slash('custom edit', { name: 'rules', text: 'Be quiet' });
  expect((await alice.slash('undo')).text).toContain('Somebody changed `rules` since.');

  await alice.slash('custom remove', { name: 'rules' });
  await guild.owner.slash('custom add', { name: 'RULES', text: 'Mine now' });
  expect((await alice.slash('undo')).text).toContain('There is a command `rules` already.');
  expect((await container.utility.customCommands.get(guild.id, 'rules')).text).toBe('Mine now');
});

test('two who add a command of one name at once make it once', async () => {
  const { guild, alice } = await newChoicesScene(bot);

  const answers = await Promise.all(
    [alice, guild.owner, alice].map((member) => member.slash('custom add', { name: 'rules', text: 'x' })),
  );

  expect(answers.filter(({ text }) => text.startsWith('Made'))).toHaveLength(1);
  expect(await container.utility.customCommands.list(guild.id)).toHaveLength(1);
});

test('an answer of nothing but what people type asks for it', async () => {
  const { alice, bob } = await newChoicesScene(bot, '!');
  await alice.slash('custom add', { name: 'echo', text: '{args}', cooldown: 'none' });

  expect((await bob.prefix('!echo')).text).toBe('Write something after the name of the command.');
  expect((await bob.prefix('!echo [x](https://evil.example)')).text).toBe('\\[x\\](https://evil.example)');
});

test('an answer that gets too long is cut, and one that Discord refuses harms nobody', async () => {
  const { alice, bob } = await newChoicesScene(bot, '!');
  await alice.slash('custom add', { name: 'long', text: `${'x'.repeat(1_990)}{user}`, cooldown: 'none' });

  expect((await bob.prefix('!long')).text).toHaveLength(2_000);
  bot.fault.failNext({
    method: 'POST',
    template: '/channels/{channel_id}/messages',
    status: 403,
    body: { code: 50_013, message: 'Missing Permissions' },
  });
  await bob.send('!long');
  expect((await bob.prefix('!long')).text).toHaveLength(2_000);
});

test('members can make none', async () => {
  const { bob } = await newChoicesScene(bot);

  expect((await bob.slash('custom add', { name: 'x', text: 'x' })).text).toContain('utility.custom');
});
