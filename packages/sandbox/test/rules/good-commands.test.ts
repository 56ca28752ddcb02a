import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  ContextMenuCommandBuilder,
  InteractionContextType,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { COMMANDS, judge } from './judge.ts';

const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const slash = () => new SlashCommandBuilder().setName('warn').setDescription('Warns a member');

const COMMAND_BUILDERS: readonly [string, { toJSON: () => unknown }][] = [
  ['a plain command', slash()],
  ['a name in another script', slash().setName('警告')],
  ['a name with hyphen, underscore and digit', slash().setName('warn-me_2')],
  ['nsfw and permissions', slash().setNSFW(true).setDefaultMemberPermissions(PermissionFlagsBits.BanMembers)],
  ['administrators only', slash().setDefaultMemberPermissions(0n)],
  [
    'contexts',
    slash()
      .setContexts(InteractionContextType.Guild)
      .setIntegrationTypes(ApplicationIntegrationType.GuildInstall),
  ],
  [
    'translations',
    slash()
      .setNameLocalizations({ de: 'warnen', 'pt-BR': 'avisar' })
      .setDescriptionLocalization('fr', 'Avertit'),
  ],
  [
    'every kind of option',
    slash()
      .addUserOption((option) => option.setName('user').setDescription('Who').setRequired(true))
      .addStringOption((option) =>
        option.setName('reason').setDescription('Why').setMinLength(1).setMaxLength(6_000),
      )
      .addIntegerOption((option) => option.setName('days').setDescription('d').setMinValue(0).setMaxValue(7))
      .addNumberOption((option) => option.setName('ratio').setDescription('r').setMinValue(0.5))
      .addBooleanOption((option) => option.setName('silent').setDescription('s'))
      .addChannelOption((option) =>
        option
          .setName('channel')
          .setDescription('c')
          .addChannelTypes(ChannelType.GuildText, ChannelType.GuildForum),
      )
      .addRoleOption((option) => option.setName('role').setDescription('r'))
      .addMentionableOption((option) => option.setName('whom').setDescription('w'))
      .addAttachmentOption((option) => option.setName('file').setDescription('f')),
  ],
  [
    'choices',
    slash()
      .addStringOption((option) =>
        option
          .setName('type')
          .setDescription('t')
          .addChoices(times(25, (index) => ({ name: `${index}`, value: 'x'.repeat(100 - index) }))),
      )
      .addIntegerOption((option) =>
        option
          .setName('size')
          .setDescription('s')
          .addChoices({ name: 'One', value: 1, name_localizations: { de: 'Eins' } }),
      ),
  ],
  [
    'autocomplete',
    slash().addIntegerOption((option) => option.setName('number').setDescription('n').setAutocomplete(true)),
  ],
  [
    'subcommands and groups',
    new SlashCommandBuilder()
      .setName('case')
      .setDescription('Cases')
      .addSubcommand((sub) =>
        sub
          .setName('view')
          .setDescription('v')
          .addIntegerOption((option) => option.setName('number').setDescription('n').setRequired(true)),
      )
      .addSubcommandGroup((group) =>
        group
          .setName('note')
          .setDescription('n')
          .addSubcommand((sub) => sub.setName('add').setDescription('a')),
      ),
  ],
  [
    'a menu for users',
    new ContextMenuCommandBuilder().setName('User info').setType(ApplicationCommandType.User),
  ],
  [
    'a menu for messages',
    new ContextMenuCommandBuilder().setName('Report Message!').setType(ApplicationCommandType.Message),
  ],
];

describe('good commands', () => {
  test.each(COMMAND_BUILDERS)('%s is accepted', (_name, builder) => {
    const body = builder.toJSON();

    expect([
      judge({ method: 'PUT', template: COMMANDS, body: [body] }),
      judge({ method: 'POST', template: '/applications/{application_id}/commands', body }),
      judge({ method: 'PATCH', template: `${COMMANDS}/{command_id}`, body }),
    ]).toEqual([['accepted'], ['accepted'], ['accepted']]);
  });

  test('a list of none is accepted', () => {
    expect(judge({ method: 'PUT', template: COMMANDS, body: [] })).toEqual(['accepted']);
  });
});
