import { type APIApplicationCommand, ApplicationCommandType, SlashCommandBuilder } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { parseCommandLine } from '../../src/cli/parse-command-line.ts';

const MALLORY = '123456789012345601';
const ALICE = '123456789012345602';
const MODERATOR = '123456789012345603';
const GENERAL = '123456789012345604';
const directory = {
  users: new Map([
    ['mallory', MALLORY],
    ['alice', ALICE],
  ]),
  roles: new Map([['Moderator', MODERATOR]]),
  channels: new Map([['general', GENERAL]]),
};
const registered = (body: object, index: number): APIApplicationCommand =>
  // -- what Discord adds to a registered command is not read here
  ({ type: ApplicationCommandType.ChatInput, ...body, id: `${index}` }) as APIApplicationCommand;

const commands = [
  new SlashCommandBuilder()
    .setName('warn')
    .setDescription('Warns')
    .addUserOption((option) => option.setName('user').setDescription('Who').setRequired(true))
    .addStringOption((option) => option.setName('reason').setDescription('Why')),
  new SlashCommandBuilder()
    .setName('case')
    .setDescription('Cases')
    .addSubcommand((sub) =>
      sub
        .setName('list')
        .setDescription('Lists')
        .addUserOption((option) => option.setName('user').setDescription('Who'))
        .addStringOption((option) =>
          option.setName('type').setDescription('Kind').addChoices({ name: 'Ban', value: 'ban' }),
        )
        .addStringOption((option) => option.setName('reason').setDescription('Why'))
        .addIntegerOption((option) => option.setName('number').setDescription('Which')),
    )
    .addSubcommandGroup((group) =>
      group
        .setName('note')
        .setDescription('Notes')
        .addSubcommand((sub) =>
          sub
            .setName('add')
            .setDescription('Adds')
            .addStringOption((option) => option.setName('text').setDescription('What')),
        ),
    ),
  new SlashCommandBuilder()
    .setName('set')
    .setDescription('Sets')
    .addRoleOption((option) => option.setName('role').setDescription('r'))
    .addChannelOption((option) => option.setName('channel').setDescription('c'))
    .addMentionableOption((option) => option.setName('whom').setDescription('w'))
    .addBooleanOption((option) => option.setName('on').setDescription('o'))
    .addNumberOption((option) => option.setName('ratio').setDescription('r'))
    .addIntegerOption((option) =>
      option.setName('size').setDescription('s').addChoices({ name: 'One', value: 1 }),
    )
    .addAttachmentOption((option) => option.setName('file').setDescription('f')),
  new SlashCommandBuilder().setName('ping').setDescription('Pong'),
  { type: 2, name: 'User info' },
].map((command, index) => registered('toJSON' in command ? command.toJSON() : command, index));

const parse = (text: string) => parseCommandLine(text, { commands, directory });

describe('a command line', () => {
  test.each([
    ['/ping', 'ping', {}],
    ['ping', 'ping', {}],
    ['/warn user:@mallory reason:spam', 'warn', { user: MALLORY, reason: 'spam' }],
    ['/warn   user:Mallory', 'warn', { user: MALLORY }],
    [`/warn user:<@${MALLORY}>`, 'warn', { user: MALLORY }],
    [`/warn user:<@!${ALICE}>`, 'warn', { user: ALICE }],
    ['/warn user:123456789012345699', 'warn', { user: '123456789012345699' }],
    ['/warn user:@mallory reason:Spam in general', 'warn', { user: MALLORY, reason: 'Spam in general' }],
    ['/warn reason:Spam in general user:@mallory', 'warn', { user: MALLORY, reason: 'Spam in general' }],
    ['/warn user: @mallory', 'warn', { user: MALLORY }],
    ['/warn user:@mallory reason:"two words"', 'warn', { user: MALLORY, reason: 'two words' }],
    [
      '/warn user:@mallory reason:"user: said \\"hi\\""',
      'warn',
      { user: MALLORY, reason: 'user: said "hi"' },
    ],
    [
      '/warn user:@mallory reason:see https://a.example/b?c=d',
      'warn',
      { user: MALLORY, reason: 'see https://a.example/b?c=d' },
    ],
    [
      '/warn user:@mallory reason:told @alice. in #general',
      'warn',
      { user: MALLORY, reason: `told <@${ALICE}>. in <#${GENERAL}>` },
    ],
    [
      '/warn user:@mallory reason:ping @Moderator @nobody a@b',
      'warn',
      { user: MALLORY, reason: `ping <@&${MODERATOR}> @nobody a@b` },
    ],
    [
      '/case list user:@mallory type:ban reason:"two words" number:3',
      'case list',
      { user: MALLORY, type: 'ban', reason: 'two words', number: '3' },
    ],
    ['/case note add text:x', 'case note add', { text: 'x' }],
    [
      '/set role:@Moderator channel:#general whom:@alice on:yes ratio:0.5',
      'set',
      { role: MODERATOR, channel: GENERAL, whom: ALICE, on: 'true', ratio: '0.5' },
    ],
    [
      '/set role:moderator whom:Moderator on:FALSE size:One',
      'set',
      { role: MODERATOR, whom: MODERATOR, on: 'false', size: 'One' },
    ],
  ])('%s is understood', (text, line, values) => {
    expect(parse(text)).toEqual({ line, values });
  });

  test.each([
    ['/wran user:@mallory', 'There is no command /wran here. You may use: /case, /ping, /set, /warn'],
    ['/User info', 'There is no command /User here. You may use: /case, /ping, /set, /warn'],
    ['/case', '/case needs one of: list, note'],
    ['/case lits', '/case has no "lits". It has: list, note'],
    ['/case note', '/case note needs one of: add'],
    ['/warn member:@mallory', '/warn has no option "member". It takes: user:… reason:…'],
    [
      '/warn user:@mallory resaon:x',
      '/warn has no option "resaon". It takes: user:… reason:… (If it belongs to the text before it, put that in quotation marks.)',
    ],
    ['/warn @mallory', '/warn cannot place "@mallory". It takes: user:… reason:…'],
    ['/ping now', '/ping cannot place "now". /ping takes no options.'],
    ['/warn user:@malory', 'The option "user" takes a member (@mallory, @alice), not "@malory".'],
    ['/warn user:@mallory user:@alice', 'The option "user" is there twice.'],
    ['/warn user:', 'The option "user" is empty; write user:something'],
    ['/warn reason:"spam', 'A quotation mark is not closed; write \\" for one that belongs to the text.'],
    ['/case list number:three', 'The option "number" takes a whole number, not "three".'],
    ['/case list number:1.5', 'The option "number" takes a whole number, not "1.5".'],
    ['/set ratio:half', 'The option "ratio" takes a number, not "half".'],
    ['/set on:maybe', 'The option "on" takes true or false, not "maybe".'],
    ['/set role:@Admin', 'The option "role" takes a role (@Moderator), not "@Admin".'],
    ['/set channel:#art', 'The option "channel" takes a channel (#general), not "#art".'],
    [
      '/set whom:@bob',
      'The option "whom" takes a member or role (@mallory, @alice, @Moderator), not "@bob".',
    ],
    [
      '/set file:a.png',
      'The option "file" takes a file, which cannot be given on a command line, not "a.png".',
    ],
  ])('%s is refused with what is accepted', (text, message) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ name: 'CommandLineError', message }));
  });

  test('says so where nothing may be used', () => {
    expect(() => parseCommandLine('/warn', { commands: [], directory })).toThrow(
      'There is no command /warn here, nor any other that you may use.',
    );
  });
});
