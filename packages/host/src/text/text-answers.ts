import {
  DiscordAPIError,
  type InteractionDeferReplyOptions,
  type InteractionEditReplyOptions,
  type InteractionReplyOptions,
  type Message,
  RESTJSONErrorCodes,
} from 'discord.js';
import { reply } from '@twi/sdk';
import { answerMessage } from '../errors/answer.ts';
import { type AnswerContent, isEphemeral, messageAnswer } from './message-answer.ts';
import { withoutButtons } from './without-buttons.ts';

/** Discord's ways to say that somebody takes no direct messages. */
const CLOSED = new Set<string | number>([
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
]);

/** Why a message may bear no mark: it is gone, the bot lacks a permission, or its author has blocked it. */
const UNMARKABLE = new Set<string | number>([
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.ReactionWasBlocked,
]);

const DONE = '✅';

/**
 * The answers of a handler to a message. What all may see is a reply to it; what the author alone may see goes to them
 * directly, with a mark at the message, for there is nothing else in a channel that one person sees.
 */
export class TextAnswers {
  replied = false;
  deferred = false;
  ephemeral: boolean | null = null;
  readonly #message: Message;
  readonly #command: string;
  #first: Message | undefined;

  /** @param command as it is typed after a slash. */
  constructor(message: Message, command: string) {
    this.#message = message;
    this.#command = command;
  }

  async reply(answer: string | InteractionReplyOptions): Promise<Message | undefined> {
    this.#assertFirst();
    const { isForAuthor, content } = messageAnswer(answer);
    this.ephemeral = isForAuthor;
    this.replied = true;
    return (this.#first = await this.#post(content, isForAuthor));
  }

  /** Where others see a slash command "thinking", they see the bot typing. */
  async deferReply(options: InteractionDeferReplyOptions = {}): Promise<void> {
    this.#assertFirst();
    this.deferred = true;
    this.ephemeral = isEphemeral(options);
    const { channel } = this.#message;
    if (!this.ephemeral && channel.isSendable()) await channel.sendTyping();
  }

  async editReply(answer: string | InteractionEditReplyOptions): Promise<Message | undefined> {
    if (!this.replied && !this.deferred)
      throw new TypeError('There is no reply to edit: reply or defer first.');
    this.replied = true;
    const { content } = messageAnswer(answer);
    if (!this.#first) return (this.#first = await this.#post(content, this.ephemeral === true));
    return this.#first.edit(this.#first.inGuild() ? content : this.#direct(content));
  }

  followUp(answer: string | InteractionReplyOptions): Promise<Message | undefined> {
    if (!this.replied && !this.deferred)
      throw new TypeError('There is no reply to follow: reply or defer first.');
    const { isForAuthor, content } = messageAnswer(answer);
    return this.#post(content, isForAuthor);
  }

  async deleteReply(): Promise<void> {
    await this.#first?.delete();
    this.#first = undefined;
  }

  fetchReply(): Promise<Message> {
    if (!this.#first) return Promise.reject(new TypeError('There is no reply yet.'));
    return this.#first.fetch();
  }

  #assertFirst(): void {
    if (this.replied || this.deferred) throw new TypeError('The command was answered already.');
  }

  #post(content: AnswerContent, isForAuthor: boolean): Promise<Message | undefined> {
    // In a direct message they are alone anyway.
    if (isForAuthor && this.#message.inGuild()) return this.#postDirectly(content);
    return this.#message.reply({ ...content, failIfNotExists: false });
  }

  async #postDirectly(content: AnswerContent): Promise<Message | undefined> {
    try {
      const sent = await this.#message.author.send(this.#direct(content));
      await this.#mark();
      return sent;
    } catch (error) {
      if (!(error instanceof DiscordAPIError) || !CLOSED.has(error.code)) throw error;
      await this.#mark();
      const words = `My answer is for you alone, and you take no direct messages. Use \`/${this.#command}\` next time.`;
      await answerMessage(this.#message, reply.warning(words));
      return undefined;
    }
  }

  /** With a link to the message that it answers, since a direct message tells nothing of the server. */
  #direct(content: AnswerContent): AnswerContent {
    if (!this.#message.inGuild()) return content;
    const { content: text, ...answer } = withoutButtons(content, this.#command);
    return { ...answer, content: [`-# ${this.#message.url}`, text].filter(Boolean).join('\n') };
  }

  async #mark(): Promise<void> {
    try {
      await this.#message.react(DONE);
    } catch (error) {
      if (!(error instanceof DiscordAPIError) || !UNMARKABLE.has(error.code)) throw error;
    }
  }
}
