import type { SlashValues } from '@twi/sandbox';
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as Type,
  ChannelType,
  type Snowflake,
} from 'discord.js';
import type { TestGuild } from '../test-guild.ts';

/** One use of a slash command with generated options. */
export interface SampleCall {
  /** Its name with those of group and subcommand: `case view`. */
  readonly line: string;
  readonly values: SlashValues;
  /** Its options that suggest while people type. */
  readonly suggesting: readonly string[];
}

const TEXT = 'sample';
/** A transparent picture of one pixel (GIF89a). */
const PICTURE = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** A use of each leaf of a slash command, all options filled in. */
export function sampleCalls(
  command: { readonly name: string; readonly options?: readonly APIApplicationCommandOption[] | undefined },
  guild: TestGuild,
): SampleCall[] {
  const { name: line, options = [] } = command;
  const inner = options.filter(
    (option) => option.type === Type.Subcommand || option.type === Type.SubcommandGroup,
  );
  if (inner.length > 0)
    return inner.flatMap((option) =>
      sampleCalls({ name: `${line} ${option.name}`, options: option.options }, guild),
    );
  const basic = options as readonly APIApplicationCommandBasicOption[]; // -- what is not a subcommand is basic
  const values = basic.flatMap((option) => {
    const value = sampleValue(option, guild);
    return value === undefined ? [] : [[option.name, value] as const];
  });
  const suggesting = basic.filter((option) => 'autocomplete' in option && option.autocomplete);
  return [{ line, values: Object.fromEntries(values), suggesting: suggesting.map(({ name }) => name) }];
}

function sampleValue(
  option: APIApplicationCommandBasicOption,
  guild: TestGuild,
): SlashValues[string] | undefined {
  switch (option.type) {
    case Type.String:
      return firstChoice(option) ?? TEXT.padEnd(option.min_length ?? 0, 'x').slice(0, option.max_length);
    case Type.Integer:
    case Type.Number:
      return firstChoice(option) ?? Math.max(option.min_value ?? 1, Math.min(1, option.max_value ?? 1));
    case Type.Boolean:
      return true;
    case Type.User:
    case Type.Mentionable:
      return guild.member().id;
    case Type.Role:
      return guild.sandbox.addRole({ name: TEXT }).id;
    case Type.Channel:
      return sampleChannel(option.channel_types ?? [], guild);
    case Type.Attachment:
      return { filename: 'sample.gif', bytes: PICTURE, contentType: 'image/gif' };
    default:
      return undefined;
  }
}

const MAKEABLE: readonly ChannelType[] = [
  ChannelType.GuildText,
  ChannelType.GuildVoice,
  ChannelType.GuildCategory,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
];

/** Of a kind that needs more than a guild (a thread) there is none; such an option stays empty. */
function sampleChannel(types: readonly ChannelType[], guild: TestGuild): Snowflake | undefined {
  const type = types.length === 0 ? ChannelType.GuildText : MAKEABLE.find((kind) => types.includes(kind));
  return type === undefined ? undefined : guild.sandbox.addChannel({ name: TEXT, type }).id;
}

function firstChoice<Value>({
  choices,
}: {
  readonly choices?: readonly { readonly value: Value }[];
}): Value | undefined {
  return choices?.[0]?.value;
}
