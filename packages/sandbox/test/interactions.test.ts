import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  MessageFlags,
  ModalBuilder,
  RoleSelectMenuBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import type { ApplicationCommandDataResolvable, Interaction } from 'discord.js';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { SandboxActionError } from '../src/index.ts';
import { TestBot } from './test-bot.ts';

const COMMANDS: ApplicationCommandDataResolvable[] = [
  { name: 'ping', description: 'Answers.' },
  {
    name: 'everything',
    description: 'Takes every kind of option.',
    options: [
      {
        name: 'text',
        description: 'Text',
        type: ApplicationCommandOptionType.String,
        required: true,
        maxLength: 5,
      },
      {
        name: 'count',
        description: 'Count',
        type: ApplicationCommandOptionType.Integer,
        minValue: 1,
        maxValue: 9,
      },
      { name: 'user', description: 'User', type: ApplicationCommandOptionType.User },
      { name: 'role', description: 'Role', type: ApplicationCommandOptionType.Role },
      { name: 'channel', description: 'Channel', type: ApplicationCommandOptionType.Channel },
      { name: 'file', description: 'File', type: ApplicationCommandOptionType.Attachment },
    ],
  },
  {
    name: 'case',
    description: 'Cases.',
    options: [
      {
        name: 'view',
        description: 'Shows one.',
        type: ApplicationCommandOptionType.Subcommand,
        options: [
          {
            name: 'number',
            description: 'Number',
            type: ApplicationCommandOptionType.Integer,
            autocomplete: true,
          },
        ],
      },
    ],
  },
  { name: 'ban', description: 'For moderators.', defaultMemberPermissions: ['BanMembers'] },
  { name: 'User info', type: ApplicationCommandType.User },
  { name: 'Quote', type: ApplicationCommandType.Message },
];

let bot: TestBot;
beforeAll(async () => {
  bot = await TestBot.start({ interactionDeadlineMs: 300 });
  await bot.client.application.commands.set(COMMANDS);
});
afterEach(() => {
  bot.client.removeAllListeners('interactionCreate');
  bot.rethrow();
});
afterAll(() => bot[Symbol.asyncDispose]());

function answerWith(handle: (interaction: Interaction) => Promise<unknown>): void {
  bot.onInteraction(handle);
}

test('options of every kind arrive with their objects', async () => {
  const role = bot.guild.role('Moderator');
  answerWith(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const { options } = interaction;
    const parts = [
      options.getString('text', true),
      options.getInteger('count', true),
      options.getUser('user', true).username,
      options.getMember('user') ? 'member' : 'nobody',
      options.getRole('role', true).name,
      options.getChannel('channel', true).name,
      options.getAttachment('file', true).name,
    ];
    await interaction.reply(parts.join(' '));
  });

  const exchange = await bot.as('bob').slash('everything', {
    text: 'abc',
    count: 3,
    user: bot.userId('alice'),
    role: role?.id ?? '',
    channel: bot.channelId('art'),
    file: { filename: 'a.png', bytes: Buffer.from('x') },
  });

  expect(exchange.response?.content).toBe('abc 3 alice member Moderator art a.png');
});

test.for([
  ['a missing option', {}, 'missing-option'],
  ['an unknown option', { text: 'a', other: 1 }, 'unknown-option'],
  ['text that is too long', { text: 'abcdef' }, 'invalid-option'],
  ['a number that is too large', { text: 'a', count: 10 }, 'invalid-option'],
  ['a user who does not exist', { text: 'a', user: '1' }, 'invalid-option'],
] as const)('%s is refused before anything is sent', async ([, values, reason]) => {
  const sent = bot.sandbox.dispatched.get('INTERACTION_CREATE');

  await expect(bot.as('bob').slash('everything', values)).rejects.toMatchObject({ reason });

  expect(bot.sandbox.dispatched.get('INTERACTION_CREATE')).toBe(sent);
});

test('a deferred answer is awaited until it has content', async () => {
  answerWith(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    await interaction.editReply('done');
    await interaction.followUp({ content: 'and more', flags: MessageFlags.Ephemeral });
    await interaction.editReply('done twice');
  });

  const exchange = await bot.as('bob').slash('ping');
  await expect.poll(() => exchange.response?.content).toBe('done twice');

  expect(exchange.followups.map((message) => message.content)).toEqual(['and more']);
  expect(exchange.response?.edited_timestamp).not.toBeNull();
});

test('filling a deferred answer is no edit that anybody sees', async () => {
  answerWith(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    await interaction.editReply('done');
  });

  const exchange = await bot.as('bob').slash('ping');

  expect(exchange.response).toMatchObject({ content: 'done', edited_timestamp: null });
});

test('the first follow-up of a deferred answer becomes the answer', async () => {
  answerWith(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    await interaction.followUp('done');
  });

  const exchange = await bot.as('bob').slash('ping');

  expect(exchange.response?.content).toBe('done');
  expect(exchange.followups).toEqual([]);
});

test('a follow-up after a deleted deferral is a message of its own', async () => {
  answerWith(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    await interaction.deleteReply();
    await interaction.followUp('on its own');
  });

  const exchange = await bot.as('bob').slash('ping');

  expect(exchange.response).toBeUndefined();
  expect(exchange.followups.map((message) => message.content)).toEqual(['on its own']);
});

test('a deferral that is never filled is handed over as deferred', async () => {
  answerWith(async (interaction) => interaction.isRepliable() && interaction.deferReply());

  const exchange = await bot.as('bob').slash('ping', {}, { deferredTimeoutMs: 50 });

  expect(exchange.state).toBe('deferred');
  await expect(exchange.settled({ timeoutMs: 50 })).rejects.toBeInstanceOf(SandboxActionError);
});

test('an interaction that nobody answers fails after the deadline, and a late answer is refused', async () => {
  const late = Promise.withResolvers<unknown>();
  answerWith(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await new Promise((resolve) => setTimeout(resolve, 400));
    await interaction.reply('too late').catch(late.resolve);
  });

  await expect(bot.as('bob').slash('ping')).rejects.toMatchObject({ reason: 'no-response' });

  expect(await late.promise).toMatchObject({ status: 404, code: 10_062 });
});

test('a second answer is refused with 40060', async () => {
  const refused = Promise.withResolvers<unknown>();
  answerWith(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.reply('first');
    const route = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
    await interaction.client.rest
      .post(route, { body: { type: 4, data: { content: 'second' } } })
      .catch(refused.resolve);
  });

  await bot.as('bob').slash('ping');

  expect(await refused.promise).toMatchObject({ status: 400, code: 40_060 });
});

test('an ephemeral answer is seen by its receiver only', async () => {
  answerWith(
    async (interaction) =>
      interaction.isRepliable() && interaction.reply({ content: 'secret', flags: MessageFlags.Ephemeral }),
  );

  const exchange = await bot.as('bob').slash('ping');

  expect(exchange.response?.flags).toBe(MessageFlags.Ephemeral);
  expect(
    bot
      .as('bob')
      .messages()
      .map((message) => message.id),
  ).toContain(exchange.response?.id);
  expect(
    bot
      .as('alice')
      .messages()
      .map((message) => message.id),
  ).not.toContain(exchange.response?.id);
  expect(bot.sandbox.messages(bot.channelId()).map((message) => message.id)).not.toContain(
    exchange.response?.id,
  );
});

test('withResponse hands the bot its message', async () => {
  const ids = Promise.withResolvers<string | undefined>();
  answerWith(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const { resource } = await interaction.reply({ content: 'hello', withResponse: true });
    ids.resolve(resource?.message?.id);
  });

  const exchange = await bot.as('bob').slash('ping');

  expect(await ids.promise).toBe(exchange.response?.id);
});

test('an answer can be fetched and deleted', async () => {
  const done = Promise.withResolvers<string>();
  answerWith(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.reply('hello');
    const { content } = await interaction.fetchReply();
    await interaction.deleteReply();
    done.resolve(content);
  });

  const exchange = await bot.as('bob').slash('ping');

  expect(await done.promise).toBe('hello');
  expect(
    bot
      .as('bob')
      .messages()
      .map((message) => message.id),
  ).not.toContain(exchange.response?.id);
});

test('autocomplete offers choices for what is typed', async () => {
  answerWith(async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    const typed = interaction.options.getFocused();
    await interaction.respond([{ name: `Case ${typed}`, value: Number(typed) }]);
  });

  const choices = await bot.as('bob').autocomplete('case view', { number: '7' }, { focused: 'number' });

  expect(choices).toEqual([{ name: 'Case 7', value: 7 }]);
});

test('a subcommand arrives under its names, an unknown one does not', async () => {
  answerWith(
    async (interaction) =>
      interaction.isChatInputCommand() &&
      interaction.reply(`${interaction.options.getSubcommand()} ${interaction.options.getInteger('number')}`),
  );

  const exchange = await bot.as('bob').slash('case view', { number: 3 });

  expect(exchange.response?.content).toBe('view 3');
  await expect(bot.as('bob').slash('case delete')).rejects.toMatchObject({ reason: 'unknown-command' });
  await expect(bot.as('bob').slash('case')).rejects.toMatchObject({ reason: 'unknown-command' });
});

test('context menus carry the user or the message', async () => {
  answerWith(async (interaction) => {
    if (interaction.isUserContextMenuCommand()) await interaction.reply(interaction.targetUser.username);
    if (interaction.isMessageContextMenuCommand()) await interaction.reply(interaction.targetMessage.content);
  });
  const bob = bot.as('bob');
  const message = await bob.send('wise words');

  const info = await bob.contextMenu('User info', { userId: bot.userId('mallory') });
  const quote = await bob.contextMenu('Quote', { messageId: message.id });

  expect(info.response?.content).toBe('mallory');
  expect(quote.response?.content).toBe('wise words');
});

test('a command is visible to those only who have its permission', async () => {
  const seenBy = (name: string) =>
    bot
      .as(name)
      .commands()
      .map((command) => command.name);

  expect(seenBy('alice')).toContain('ban');
  expect(seenBy('bob')).not.toContain('ban');
  await expect(bot.as('bob').slash('ban')).rejects.toMatchObject({ reason: 'unknown-command' });
});

test('an administrator can show all commands to everybody', () => {
  const guild = bot.sandbox.createGuild({ name: 'Open' });
  const { id: channelId } = guild.addChannel({ name: 'general' });
  const { id } = bot.sandbox.createUser({ username: 'newcomer' });
  guild.addMember(id);
  const seen = () => bot.sandbox.as(id, { channelId }).commands();

  expect(seen().map(({ name }) => name)).not.toContain('ban');
  guild.showAllCommands();
  expect(seen().map(({ name }) => name)).toContain('ban');
});

test('a button updates its message and a disabled one cannot be clicked', async () => {
  const button = new ButtonBuilder().setCustomId('next').setLabel('Next').setStyle(ButtonStyle.Primary);
  answerWith(async (interaction) => {
    if (interaction.isChatInputCommand()) {
      const row = new ActionRowBuilder<ButtonBuilder>().addComponents(button);
      await interaction.reply({ content: 'page 1', components: [row] });
    }
    if (interaction.isButton()) {
      const row = new ActionRowBuilder<ButtonBuilder>().addComponents(button.setDisabled(true));
      await interaction.update({ content: 'page 2', components: [row] });
    }
  });
  const bob = bot.as('bob');
  const { response } = await bob.slash('ping');

  const exchange = await bob.click(response?.id ?? '', 'Next');

  expect(exchange.response?.id).toBe(response?.id);
  expect(bob.message(response?.id ?? '').content).toBe('page 2');
  await expect(bob.click(response?.id ?? '', 'Next')).rejects.toMatchObject({ reason: 'component-disabled' });
  await expect(bob.click(response?.id ?? '', 'Back')).rejects.toMatchObject({ reason: 'unknown-component' });
});

test('a deferred update is handed over at once and can be edited', async () => {
  const button = new ButtonBuilder().setCustomId('go').setLabel('Go').setStyle(ButtonStyle.Primary);
  answerWith(async (interaction) => {
    if (interaction.isChatInputCommand()) {
      await interaction.reply({ components: [new ActionRowBuilder<ButtonBuilder>().addComponents(button)] });
    }
    if (interaction.isButton()) {
      await interaction.deferUpdate();
      await interaction.editReply({ content: 'changed' });
    }
  });
  const { response } = await bot.as('bob').slash('ping');

  const exchange = await bot.as('bob').click(response?.id ?? '', 'go');
  await exchange.settled();

  expect(exchange.response).toMatchObject({ id: response?.id, content: 'changed' });
});

test('select menus hand over what was chosen', async () => {
  const fruit = new StringSelectMenuBuilder()
    .setCustomId('fruit')
    .setPlaceholder('Fruit')
    .addOptions({ label: 'Apple', value: 'a' }, { label: 'Pear', value: 'p' });
  const roles = new RoleSelectMenuBuilder().setCustomId('roles');
  answerWith(async (interaction) => {
    if (interaction.isChatInputCommand()) {
      await interaction.reply({
        components: [
          new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(fruit),
          new ActionRowBuilder<RoleSelectMenuBuilder>().addComponents(roles),
        ],
      });
    }
    if (interaction.isStringSelectMenu()) await interaction.reply(interaction.values.join());
    if (interaction.isRoleSelectMenu())
      await interaction.reply(interaction.roles.map((role) => role.name).join());
  });
  const bob = bot.as('bob');
  const { response } = await bob.slash('ping');
  const messageId = response?.id ?? '';

  const chosen = await bob.select(messageId, 'Fruit', ['Pear']);
  const role = await bob.select(messageId, 'roles', [bot.guild.role('Moderator')?.id ?? '']);

  expect(chosen.response?.content).toBe('p');
  expect(role.response?.content).toBe('Moderator');
  await expect(bob.select(messageId, 'fruit', ['Plum'])).rejects.toMatchObject({ reason: 'invalid-option' });
  await expect(bob.select(messageId, 'fruit', ['a', 'p'])).rejects.toMatchObject({
    reason: 'invalid-option',
  });
});

test('a modal is filled in and sent off', async () => {
  const input = new TextInputBuilder()
    .setCustomId('why')
    .setLabel('Why?')
    .setStyle(TextInputStyle.Short)
    .setMaxLength(10);
  answerWith(async (interaction) => {
    if (interaction.isChatInputCommand()) {
      const modal = new ModalBuilder().setCustomId('ask').setTitle('Ask');
      await interaction.showModal(
        modal.addComponents(new ActionRowBuilder<TextInputBuilder>().addComponents(input)),
      );
    }
    if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getTextInputValue('why'));
  });
  const bob = bot.as('bob');
  const { modal } = await bob.slash('ping');

  const exchange = await bob.submit(modal, { why: 'because' });

  expect(exchange.response?.content).toBe('because');
  await expect(bob.submit(modal, {})).rejects.toMatchObject({ reason: 'missing-option' });
  await expect(bob.submit(modal, { why: 'far too long' })).rejects.toMatchObject({
    reason: 'invalid-option',
  });
  await expect(bob.submit(undefined, {})).rejects.toMatchObject({ reason: 'unknown-modal' });
});
