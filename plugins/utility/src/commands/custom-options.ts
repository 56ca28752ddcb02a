import { parseDuration, quotable, UserError } from '@twi/sdk';
import {
  ChannelType,
  type ChatInputCommandInteraction,
  type SlashCommandSubcommandBuilder,
} from 'discord.js';
import { commandName } from '../custom-commands/command-name.ts';
import {
  type CustomCommandContent,
  LONGEST_COOLDOWN_MS,
  LONGEST_NAME,
  LONGEST_TEXT,
} from '../custom-commands/custom-command.ts';
import { badCommandCooldown, badCommandName, badCommandText } from '../custom-commands/custom-errors.ts';

type Interaction = ChatInputCommandInteraction<'cached'>;

/** Where people write; posts go with their forum. */
const CHANNELS = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
] as const;

/** Everything but the name, which is what a command is known by. */
export type CommandChanges = Partial<Omit<CustomCommandContent, 'name'>>;

/** What a command does when nothing is said about it. */
export const PLAIN_COMMAND: Required<Omit<CommandChanges, 'text'>> = {
  isEmbed: false,
  cooldownMs: 3_000,
  channelId: null,
  roleId: null,
};

/** The option that names a command which is there. */
export function nameOption(builder: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return builder.addStringOption((option) =>
    option
      .setName('name')
      .setDescription('Which command')
      .setMaxLength(LONGEST_NAME)
      .setAutocomplete(true)
      .setRequired(true),
  );
}

/** What a command does; all may be left out. */
export function contentOptions(builder: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return builder
    .addStringOption((option) =>
      option
        .setName('text')
        .setDescription(
          'What it answers, with {user} {server} {channel} {args} {count}; a form opens without it',
        )
        .setMaxLength(LONGEST_TEXT),
    )
    .addBooleanOption((option) =>
      option.setName('embed').setDescription('Whether the answer stands in a box; no by default'),
    )
    .addStringOption((option) =>
      option
        .setName('cooldown')
        .setDescription('How long it stays silent in a channel after a use: 10s, 5m, none; 3s by default'),
    )
    .addChannelOption((option) =>
      option
        .setName('channel')
        .setDescription('Where alone it answers, with its threads')
        .addChannelTypes(...CHANNELS),
    )
    .addRoleOption((option) => option.setName('role').setDescription('Whose holders alone it answers'));
}

/** Takes back what `channel` said. */
export function everywhereOption(builder: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return builder.addBooleanOption((option) =>
    option.setName('everywhere').setDescription('Lets it answer in all channels again'),
  );
}

/** What the options say, and nothing about what they do not mention. @throws {UserError} */
export function readChanges({ options, guildId }: Interaction): CommandChanges {
  const text = options.getString('text');
  const isEmbed = options.getBoolean('embed');
  const cooldown = options.getString('cooldown');
  const channel = options.getChannel('channel');
  const role = options.getRole('role');
  return {
    ...(text !== null && { text: textOf(text.replaceAll('\\n', '\n')) }),
    ...(isEmbed !== null && { isEmbed }),
    ...(cooldown !== null && { cooldownMs: cooldownOf(cooldown) }),
    ...(options.getBoolean('everywhere') && { channelId: null }),
    ...(channel && { channelId: channel.id }),
    // Everybody is nobody in particular.
    ...(role && { roleId: role.id === guildId ? null : role.id }),
  };
}

/** @throws {UserError} `utility.bad-command-name` */
export function newNameOf(typed: string): string {
  const name = commandName(typed);
  if (name === undefined) throw new UserError(badCommandName(quotable(typed)));
  return name;
}

/** @throws {UserError} `utility.bad-command-text` */
export function textOf(typed: string): string {
  const text = typed.trim();
  if (text === '' || text.length > LONGEST_TEXT) throw new UserError(badCommandText(text.length));
  return text;
}

function cooldownOf(typed: string): number {
  if (['none', '0', '0s'].includes(typed.trim().toLowerCase())) return 0;
  const ms = parseDuration(typed);
  if (ms === undefined || ms > LONGEST_COOLDOWN_MS) throw new UserError(badCommandCooldown(quotable(typed)));
  return ms;
}
