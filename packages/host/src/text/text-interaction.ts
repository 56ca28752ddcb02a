import { UserError } from '@twi/sdk';
import {
  ApplicationCommandType,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  CommandInteractionOptionResolver,
  type GuildMember,
  InteractionType,
  type Locale,
  type Message,
} from 'discord.js';
import { TextAnswers } from './text-answers.ts';
import type { TextLeaf } from './text-leaf.ts';
import { slashFormOnly } from './text-refusals.ts';
import { optionTree } from './option-tree.ts';

export interface TextInvocation {
  readonly message: Message;
  /** The author, where they are a member. */
  readonly member: GuildMember | null;
  /** The language that the author is answered in. */
  readonly locale: `${Locale}`;
  readonly leaf: TextLeaf;
  readonly options: readonly CommandInteractionOption[];
}

/** What JavaScript itself asks of an object that is awaited or printed. */
const ASKED_BY_LANGUAGE: ReadonlySet<string> = new Set([
  'then',
  'toJSON',
  'constructor',
  '$$typeof',
  'nodeType',
]);

/**
 * What a handler of slash commands uses of an interaction, made of a message. What a message does not have, a form for
 * example, is refused with the advice to use the slash command.
 */
export function textInteraction(invocation: TextInvocation): ChatInputCommandInteraction {
  const { leaf, message, options } = invocation;
  const answers = new TextAnswers(message, leaf.path.join(' '));
  const offered = {
    ...origin(invocation),
    ...verdicts(message),
    get replied() {
      return answers.replied;
    },
    get deferred() {
      return answers.deferred;
    },
    get ephemeral() {
      return answers.ephemeral;
    },
    // Private in discord.js's types; its own class, so that handlers meet its checks and errors.
    options: Reflect.construct(CommandInteractionOptionResolver, [message.client, optionTree(leaf, options)]),
    reply: answers.reply.bind(answers),
    deferReply: answers.deferReply.bind(answers),
    editReply: answers.editReply.bind(answers),
    followUp: answers.followUp.bind(answers),
    deleteReply: answers.deleteReply.bind(answers),
    fetchReply: answers.fetchReply.bind(answers),
    toString: () => `/${leaf.path.join(' ')}`,
  };
  const guarded: object = new Proxy(offered, {
    get(target, property) {
      if (typeof property === 'symbol' || property in target || ASKED_BY_LANGUAGE.has(property))
        return Reflect.get(target, property);
      throw new UserError(slashFormOnly(leaf.path.join(' '), property));
    },
  });
  return guarded as ChatInputCommandInteraction; // -- the rest of it is refused above
}

/** Who typed what where. */
function origin({ message, member, leaf, locale }: TextInvocation) {
  const { author, channel, channelId, client, createdAt, createdTimestamp, guild, guildId, id } = message;
  return {
    id,
    type: InteractionType.ApplicationCommand,
    commandName: leaf.path[0] ?? '',
    commandType: ApplicationCommandType.ChatInput,
    applicationId: client.application?.id,
    client,
    createdAt,
    createdTimestamp,
    channel,
    channelId,
    guild,
    guildId,
    guildLocale: guild?.preferredLocale ?? null,
    locale,
    member,
    user: author,
    memberPermissions: member && !channel.isDMBased() ? channel.permissionsFor(member) : null,
    appPermissions:
      guild?.members.me && !channel.isDMBased() ? channel.permissionsFor(guild.members.me) : null,
  };
}

/** What it says of itself. */
function verdicts(message: Message) {
  const isInGuild = message.inGuild();
  return {
    inGuild: () => isInGuild,
    inCachedGuild: () => isInGuild,
    inRawGuild: () => false,
    isChatInputCommand: () => true,
    isCommand: () => true,
    isRepliable: () => true,
    isAutocomplete: () => false,
    isButton: () => false,
    isContextMenuCommand: () => false,
    isMessageComponent: () => false,
    isModalSubmit: () => false,
  };
}
