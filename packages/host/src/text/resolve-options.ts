import { UserError } from '@twi/sdk';
import {
  ApplicationCommandOptionType as Type,
  type Attachment,
  type CommandInteractionOption,
  DiscordAPIError,
  type GuildBasedChannel,
  type GuildMember,
  type Message,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  type Snowflake,
  type User,
} from 'discord.js';
import type { TextValue } from './parse-value.ts';
import type { TextValues } from './parse-options.ts';
import type { TextLeaf, TextOption } from './text-leaf.ts';
import { badOption } from './text-refusals.ts';

/** Ids that name nothing, or nothing that is here. */
const UNKNOWN = new Set<string | number>([
  RESTJSONErrorCodes.UnknownUser,
  RESTJSONErrorCodes.UnknownMember,
  RESTJSONErrorCodes.UnknownChannel,
]);

interface Typed {
  readonly leaf: TextLeaf;
  readonly values: TextValues;
  readonly usage: string;
}

/**
 * What an interaction would carry for the values that were typed.
 *
 * @throws {UserError} when an id names nobody, or nothing that the author sees.
 */
export async function resolveOptions(
  message: Message,
  { leaf, values, usage }: Typed,
): Promise<CommandInteractionOption[]> {
  const resolved: CommandInteractionOption[] = [];
  for (const option of leaf.options) {
    const value = values.get(option.name);
    if (value === undefined) continue;
    const found = await resolveOption(message, option, value);
    if (!found) throw new UserError(badOption(option, String(value), usage));
    resolved.push({ name: option.name, type: option.type, value, ...found });
  }
  return resolved;
}

type Found = Partial<CommandInteractionOption>;

async function resolveOption(
  message: Message,
  option: TextOption,
  value: TextValue,
): Promise<Found | undefined> {
  const id = String(value);
  switch (option.type) {
    case Type.User:
      return person(message, id);
    case Type.Role:
      return role(message, id);
    case Type.Mentionable:
      return role(message, id) ?? person(message, id);
    case Type.Channel: {
      const channel = await visibleChannel(message, id);
      const isFit =
        channel && (!option.channel_types || new Set<number>(option.channel_types).has(channel.type));
      return isFit ? { channel } : undefined;
    }
    case Type.Attachment: {
      const attachment: Attachment | undefined = message.attachments.get(id);
      return attachment && { attachment };
    }
    case Type.String:
    case Type.Integer:
    case Type.Number:
    case Type.Boolean:
    default:
      return {};
  }
}

async function person(message: Message, id: Snowflake): Promise<Found | undefined> {
  const user = message.mentions.users.get(id) ?? (await known<User>(() => message.client.users.fetch(id)));
  if (!user) return undefined;
  const member = message.inGuild()
    ? await known<GuildMember>(() => message.guild.members.fetch(id))
    : undefined;
  return { user, ...(member && { member }) };
}

function role(message: Message, id: Snowflake): Found | undefined {
  const found = message.guild?.roles.cache.get(id);
  return found && { role: found };
}

/** Typing an id must not tell of channels that Discord hides from the author. */
async function visibleChannel(message: Message, id: Snowflake): Promise<GuildBasedChannel | undefined> {
  if (!message.inGuild()) return undefined;
  const { guild, author } = message;
  const channel = guild.channels.cache.get(id);
  const member = await guild.members.fetch(author);
  return channel?.permissionsFor(member).has(PermissionFlagsBits.ViewChannel) ? channel : undefined;
}

/** @throws {DiscordAPIError} that says anything else than that there is none. */
async function known<Thing>(fetch: () => Promise<Thing>): Promise<Thing | undefined> {
  try {
    return await fetch();
  } catch (error) {
    if (error instanceof DiscordAPIError && UNKNOWN.has(error.code)) return undefined;
    throw error;
  }
}
