import { clip, reply, translator } from '@twi/sdk';
import {
  channelMention,
  DiscordAPIError,
  type Message,
  type MessageReplyOptions,
  userMention,
} from 'discord.js';
import type { UtilityContext } from '../context.ts';
import { CustomUseRepository } from '../database/custom-use-repository.ts';
import { type CustomCommand, LONGEST_TEXT } from './custom-command.ts';
import type { CustomCommands } from './custom-commands.ts';
import { fillIn } from './fill-in.ts';

/** A message that begins as a command does, and is none of the bot's own. */
export interface TypedCommand {
  readonly message: Message<true>;
  /** `!`, or a mention of the bot. */
  readonly prefix: string;
}

/** Answers the commands that servers made. */
export class CustomAnswers {
  readonly #context: UtilityContext;
  readonly #commands: CustomCommands;
  readonly #uses: CustomUseRepository;

  constructor(context: UtilityContext, commands: CustomCommands) {
    this.#context = context;
    this.#commands = commands;
    this.#uses = new CustomUseRepository(context.db);
  }

  /** Answers, unless it is no command of the server, is not for this person or place, or has just answered here. */
  async answer({ message, prefix }: TypedCommand): Promise<void> {
    const typed = message.content.slice(prefix.length).trim();
    const [name = ''] = typed.split(/\s/u, 1);
    const command = await this.#commands.find(message.guildId, name);
    if (!command || !isMeantFor(command, message)) return;
    const { guildId, channelId } = message;
    const key = { guildId, number: command.number };
    const { cooldownMs } = command;
    if (cooldownMs > 0 && !(await this.#uses.beginPause(key, channelId, cooldownMs))) return;
    const count = await this.#uses.count(key);
    if (count === undefined) return;
    const text = filledText(command, message, { args: typed.slice(name.length).trim(), count });
    await this.#send(message, text.trim() ? textReply(command, message, text) : await needsWords(message));
  }

  /** Where Discord refuses (the message is gone, the bot may not write in that thread), nobody can be told. */
  async #send(message: Message<true>, answer: MessageReplyOptions): Promise<void> {
    try {
      await message.reply({ ...answer, failIfNotExists: false });
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error;
      this.#context.logger.debug(`A command of guild ${message.guildId} could not be answered.`, error);
    }
  }
}

/** Threads go with their channel. */
function isMeantFor({ channelId, roleId }: CustomCommand, { channel, member }: Message<true>): boolean {
  const isHere =
    channelId === null || channel.id === channelId || (channel.isThread() && channel.parentId === channelId);
  return isHere && (roleId === null || (member?.roles.cache.has(roleId) ?? false));
}

function filledText(
  { text }: CustomCommand,
  { author, guild, channelId }: Message<true>,
  values: { readonly args: string; readonly count: number },
): string {
  const channel = channelMention(channelId);
  return fillIn(text, { user: userMention(author.id), server: guild.name, channel, ...values });
}

/** An embed where the bot may show one. Nothing in it pings. */
function textReply({ isEmbed }: CustomCommand, { channel, guild }: Message<true>, text: string) {
  const { me } = guild.members;
  const mayEmbed = me !== null && channel.permissionsFor(me)?.has('EmbedLinks');
  if (isEmbed && mayEmbed) return reply.info(text);
  return { content: clip(text, LONGEST_TEXT), allowedMentions: { parse: [] } };
}

/** The text was nothing but what people type after the name. */
async function needsWords({ guild }: Message<true>): Promise<MessageReplyOptions> {
  const t = await translator(guild);
  return { content: t('utility:custom.needs-words'), allowedMentions: { parse: [] } };
}
