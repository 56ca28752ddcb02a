import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ActionRowBuilder,
  ApplicationCommandType,
  ButtonBuilder,
  type ButtonInteraction,
  ButtonStyle,
  ChannelType,
  Client,
  ContextMenuCommandBuilder,
  Events,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  PermissionFlagsBits,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/index.ts';

const AS = new URL('../../src/cli/as.ts', import.meta.url).pathname;
const START_TIMEOUT_MS = 20_000;
const SPAWN_TIMEOUT_MS = 15_000;

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

let sandbox: Sandbox;
let bot: Client;
let directory: string;

beforeAll(async () => {
  sandbox = await startSandbox({ interactionDeadlineMs: 1_000 });
  bot = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: sandbox.apiUrl } });
  bot.on(Events.InteractionCreate, (interaction) => void answer(interaction));
  const ready = new Promise((resolve) => bot.once(Events.ClientReady, resolve));
  await bot.login(sandbox.token);
  await ready;
  await bot.application?.commands.set(COMMANDS.map((command) => command.toJSON()));
  directory = await mkdtemp(join(tmpdir(), 'as-'));
  await writeFile(
    join(directory, 'sandbox.json'),
    JSON.stringify({ port: Number(new URL(sandbox.url).port) }),
  );
}, START_TIMEOUT_MS);

afterAll(async () => {
  await bot.destroy();
  await sandbox.close();
  await rm(directory, { recursive: true });
});

const COMMANDS = [
  new SlashCommandBuilder()
    .setName('warn')
    .setDescription('Warns a member')
    .setDefaultMemberPermissions(PermissionFlagsBits.ModerateMembers)
    .addUserOption((option) => option.setName('user').setDescription('Who').setRequired(true))
    .addStringOption((option) => option.setName('reason').setDescription('Why').setMaxLength(20)),
  new SlashCommandBuilder().setName('pages').setDescription('Shows pages'),
  new SlashCommandBuilder().setName('form').setDescription('Opens a form'),
  new SlashCommandBuilder().setName('silent').setDescription('Never answers'),
  new ContextMenuCommandBuilder().setName('User info').setType(ApplicationCommandType.User),
  new ContextMenuCommandBuilder().setName('Quote').setType(ApplicationCommandType.Message),
];

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isChatInputCommand()) {
    if (interaction.commandName === 'warn') {
      const reason = interaction.options.getString('reason') ?? 'no reason';
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply(
        `Warned ${interaction.options.getUser('user', true).toString()} for ${reason}.`,
      );
    }
    if (interaction.commandName === 'pages') await interaction.reply(page(1));
    if (interaction.commandName === 'form') await interaction.showModal(form);
  }
  if (interaction.isButton()) await turn(interaction);
  if (interaction.isStringSelectMenu())
    await interaction.reply(`You chose ${interaction.values.join(' and ')}.`);
  if (interaction.isModalSubmit())
    await interaction.reply(`Saved ${interaction.fields.getTextInputValue('title')}.`);
  if (interaction.isUserContextMenuCommand())
    await interaction.reply(`This is ${interaction.targetUser.username}.`);
  if (interaction.isMessageContextMenuCommand()) await interaction.reply(`> ${interaction.targetMessage.id}`);
}

/** As handlers do that look something up first, and as those do that leave the message as it is. */
async function turn(interaction: ButtonInteraction): Promise<void> {
  await interaction.deferUpdate();
  const isLast = interaction.message.embeds[0]?.title === 'Page 2';
  if (!isLast) await interaction.editReply(page(2));
}

const page = (number: number) => ({
  embeds: [{ title: `Page ${number}`, fields: [{ name: 'Cases', value: `${number * 10}` }] }],
  components: [
    new ActionRowBuilder<ButtonBuilder>().addComponents(
      new ButtonBuilder().setCustomId('next').setLabel('Next').setStyle(ButtonStyle.Primary),
    ),
    new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
      new StringSelectMenuBuilder()
        .setCustomId('kind')
        .setPlaceholder('Kind')
        .setMaxValues(2)
        .addOptions({ label: 'Ban', value: 'ban' }, { label: 'Kick', value: 'kick' }),
    ),
  ],
});

const form = new ModalBuilder()
  .setCustomId('form')
  .setTitle('A picture')
  .addComponents(
    new ActionRowBuilder<TextInputBuilder>().addComponents(
      new TextInputBuilder().setCustomId('title').setLabel('Title').setStyle(TextInputStyle.Short),
    ),
  );

/** Runs the program as a person would, in a process of its own. */
function as(
  words: readonly string[],
  environment: Record<string, string> = { DATA_DIR: directory },
): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--conditions=source', AS, ...words],
      { env: { PATH: process.env['PATH'], ...environment }, timeout: SPAWN_TIMEOUT_MS },
      (error, out, stderr) =>
        resolve({ code: Number(error?.code ?? 0), out: out.trim(), error: stderr.trim() }),
    );
  });
}

const seen = (out: string): Ended => ({ code: 0, out, error: '' });
const refused = (error: string): Ended => ({ code: 1, out: '', error });

test('a moderator warns and sees the hidden answer', async () => {
  expect(await as(['alice', '/warn user:@mallory reason:spam in general'])).toEqual(
    seen('Twi (bot, only you can see this)\n  Warned @mallory for spam in general.'),
  );
});

test('pages are turned by the button’s name, menus are chosen from', async () => {
  const rest = ['  [Next]', '  ▾ Kind: Ban | Kick'];

  expect(await as(['bob', '/pages'])).toEqual(
    seen(['Twi (bot)', '  ┃ Page 1', '  ┃ Cases: 10', ...rest].join('\n')),
  );
  expect(await as(['bob', 'click Next'])).toEqual(
    seen(['Twi (bot)', '  ┃ Page 2', '  ┃ Cases: 20', ...rest].join('\n')),
  );
  expect(await as(['bob', 'click Next'])).toEqual(seen('The bot took note; nothing has changed so far.'));
  expect(await as(['bob', 'select Kind = ban, kick'])).toEqual(seen('Twi (bot)\n  You chose ban and kick.'));
});

test('a form is shown and filled in', async () => {
  const opened = await as(['bob', '/form']);

  expect(opened.out).toMatch(
    /^The bot opens a form: A picture\n {2}Title \(title\)\nFill it in with: npm run as -- bob 'submit \d+ <field>="…"'$/,
  );

  const [, number = ''] = /submit (\d+)/.exec(opened.out) ?? [];

  expect(await as(['bob', `submit ${number} title="Red sunset"`])).toEqual(
    seen('Twi (bot)\n  Saved Red sunset.'),
  );
});

test('messages are written, looked at and used in menus', async () => {
  expect(await as(['bob', 'hello there', '--channel', 'art'])).toEqual(seen('Bob\n  hello there'));
  expect(await as(['alice', 'look', '--channel', 'art'])).toEqual(seen('Bob\n  hello there'));
  expect((await as(['alice', 'menu Quote last', '--channel', 'art'])).out).toMatch(
    /^Twi \(bot\)\n {2}> \d+$/,
  );
  expect(await as(['alice', 'menu User info @bob'])).toEqual(seen('Twi (bot)\n  This is bob.'));
});

test('a member’s commands are listed', async () => {
  const everybody = '/form  Opens a form\n/pages  Shows pages\n/silent  Never answers';

  expect((await as(['bob', 'commands'])).out).toBe(`${everybody}\nmenu Quote\nmenu User info`);
  expect((await as(['alice', 'commands'])).out).toContain('/warn  Warns a member');
});

test('what a bot told of its parts heads the list of commands', async () => {
  sandbox.describeCommands([{ title: 'Books', commands: [{ name: 'pages', type: 1 }] }]);

  const { out } = await as(['bob', 'commands']);
  sandbox.describeCommands([]);

  expect(out).toMatch(/^Books\n {2}\/pages {2}Shows pages\n\nOthers\n {2}\/form/);
});

test('messages are edited, reacted to, made a thread of and deleted', async () => {
  await as(['bob', 'helo', '--channel', 'art']);

  expect(await as(['bob', 'edit hello', '--channel', 'art'])).toEqual(seen('Edited.'));
  expect(await as(['alice', 'react 👍', '--channel', 'art'])).toEqual(seen('Reacted with 👍.'));
  expect(await as(['alice', 'unreact 👍', '--channel', 'art'])).toEqual(seen('Took 👍 back.'));
  expect((await as(['alice', 'thread Plans', '--channel', 'art'])).out).toContain(
    'Opened the thread "Plans"',
  );
  expect(await as(['alice', 'What now?', '--channel', 'Plans'])).toEqual(seen('Alice\n  What now?'));
  expect((await as(['alice', 'look', '--channel', 'art'])).out).toContain('Bob\n  hello');
  expect(await as(['bob', 'delete', '--channel', 'art'])).toEqual(seen('Deleted.'));
  expect(await as(['newt', 'delete', '--channel', 'art'])).toEqual(
    refused('There is no message of yours here.'),
  );
});

test('voice channels are entered and left', async () => {
  const guild = sandbox.guilds[0];
  const voice = guild?.channels.find(({ type }) => type === ChannelType.GuildVoice);

  expect(await as(['bob', `voice ${voice?.name}`])).toEqual(seen(`Is in ${voice?.name} now.`));
  expect(await as(['bob', 'voice leave'])).toEqual(seen('Left the voice channel.'));
  expect(await as(['bob', 'voice Nowhere'])).toEqual(
    refused('There is no voice channel "Nowhere". Write: voice <channel>, or voice leave'),
  );
});

test('votes go to the latest poll, by the texts of its answers', async () => {
  const channel = bot.channels.cache.find(
    (one) => one.isTextBased() && 'name' in one && one.name === 'general',
  );
  if (!channel?.isSendable()) throw new Error('There is no such channel');
  await channel.send({
    poll: {
      question: { text: 'Drink?' },
      answers: [{ text: 'Tea' }, { text: 'Coffee' }],
      duration: 1,
      allowMultiselect: false,
    },
  });

  expect(await as(['bob', 'vote Tea'])).toEqual(seen('Voted for Tea.'));
  expect(await as(['bob', 'vote Milk'])).toEqual(
    refused('The poll has no answer "Milk". It has: Tea, Coffee'),
  );
});

test('moderators act by hand, people come and go', async () => {
  const done = 'by hand and not through the bot.';

  expect(await as(['olivia', 'timeout @mallory 10 spam'])).toEqual(seen(`Done: timeout @mallory, ${done}`));
  expect(await as(['olivia', 'ban @newt by hand'])).toEqual(seen(`Done: ban @newt, ${done}`));
  expect(sandbox.guilds[0]?.auditLog.map(({ reason }) => reason)).toContain('by hand');
  expect(await as(['olivia', 'unban @newt'])).toEqual(seen(`Done: unban @newt, ${done}`));
  expect(await as(['newt', 'join'])).toEqual(seen('Joined Twi Test Server.'));
  expect(await as(['newt', 'leave'])).toEqual(seen('Left Twi Test Server.'));
  expect(await as(['bob', 'kick @alice'])).toMatchObject({ code: 1 });
  expect(await as(['bob', 'join', '--guild', 'Atlantis'])).toMatchObject({ code: 1 });
  await as(['newt', 'join']);
});

test('an unanswered command is told as the client tells it', async () => {
  const { code, error } = await as(['bob', '/silent']);

  expect(code).toBe(1);
  expect(error).toMatch(/did not respond/);
});

test.each([
  [['aliec', '/pages'], 'There is no "aliec" here. The members are: olivia, alice, bob, mallory, newt'],
  [['bob', '/warn user:@mallory'], 'There is no command /warn here. You may use: /form, /pages, /silent'],
  [['alice', '/warn member:@mallory'], '/warn has no option "member". It takes: user:… reason:…'],
  [['alice', '/warn user:@nobody'], 'The option "user" takes a member (@'],
  [['alice', '/warn reason:spam'], 'The option "user" is required'],
  [
    ['alice', '/warn user:@bob reason:far too long a reason'],
    'The option "reason" takes between 0 and 20 characters',
  ],
  [['bob', 'hi', '--channel', 'nowhere'], 'There is no channel "nowhere" in Twi Test Server'],
  [['bob', 'click Nothing'], 'Nothing'],
  [['bob', '/pages', '--chanel', 'x'], "Unknown option '--chanel'"],
  [['bob'], 'Say what to do'],
])('%j is refused in a sentence', async (words, sentence) => {
  const { code, out, error } = await as(words);

  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(error).toContain(sentence);
  expect(error).not.toMatch(/\n\s+at /);
});

test('without a sandbox it is said how to start one', async () => {
  const nowhere = refused(
    'No sandbox is running. Start one with "npm start" in another terminal, without DISCORD_TOKEN.',
  );

  expect(await as(['alice', '/pages'], { DATA_DIR: join(directory, 'none') })).toEqual(nowhere);
  expect(await as(['alice', '/pages'], { SANDBOX_PORT: '1' })).toEqual(nowhere);
});

test('help is given', async () => {
  const [asked, unasked] = await Promise.all([as(['--help']), as([])]);

  expect(asked.out).toContain("npm run as -- alice 'click Next'");
  expect(unasked).toEqual(asked);
});
