import { setTimeout as sleep } from 'node:timers/promises';
import { type Exchange, type MemberActor, SandboxActionError, type SlashValues } from '@twi/sandbox';
import type { APIApplicationCommandOptionChoice, APIMessage, Snowflake } from 'discord.js';
import { type ReplySource, TestReply } from './test-reply.ts';
import type { TestSurroundings } from './test-surroundings.ts';

/** How long a member waits for an answer to a message. */
const ANSWER_TIMEOUT_MS = 5_000;
const POLL_INTERVAL_MS = 10;

/** What stands for a user where an option or a target wants one. */
export interface Identified {
  readonly id: Snowflake;
}

/** Values of options; a member or channel of the test stands for its id. */
export type OptionValues = Readonly<Record<string, SlashValues[string] | Identified>>;

/** A message to do something with: a reply of the bot's stands for its message. */
export type MessageLike = TestReply | APIMessage;

/** A person in a test guild, and all that they can do. A verb that fails tells what they saw and what the bot did. */
export class TestMember implements Identified {
  readonly id: Snowflake;
  readonly guildId: Snowflake;
  /** The person in the sandbox, for what has no verb here. */
  readonly actor: MemberActor;
  readonly #surroundings: TestSurroundings;

  constructor(actor: MemberActor, guildId: Snowflake, surroundings: TestSurroundings) {
    this.id = actor.userId;
    this.guildId = guildId;
    this.actor = actor;
    this.#surroundings = surroundings;
  }

  /** The same person in another channel. */
  in(channel: Identified): TestMember {
    return new TestMember(this.actor.in(channel.id), this.guildId, this.#surroundings);
  }

  /** Types a slash command: `case view`. Resolves with the bot's answer, also of a deferred one. */
  slash(command: string, options: OptionValues = {}): Promise<TestReply> {
    return this.#ask(() => this.actor.slash(command, idsOf(options)));
  }

  /** What the bot suggests while the member types into `focused`. */
  autocomplete(
    command: string,
    options: OptionValues,
    focused: string,
  ): Promise<readonly APIApplicationCommandOptionChoice[]> {
    return this.#told(() => this.actor.autocomplete(command, idsOf(options), { focused }));
  }

  /** Chooses a command from the menu of a member or message. */
  contextMenu(name: string, target: Identified | APIMessage): Promise<TestReply> {
    const isMessage = 'channel_id' in target;
    return this.#ask(() =>
      this.actor.contextMenu(name, isMessage ? { messageId: target.id } : { userId: target.id }),
    );
  }

  /** Clicks a button, by label or custom id. */
  click(on: MessageLike, button: string): Promise<TestReply> {
    return this.#ask(() => this.actor.click(messageOf(on), button));
  }

  /** Chooses values in a select menu, by placeholder or custom id. */
  select(on: MessageLike, menu: string, values: readonly string[]): Promise<TestReply> {
    return this.#ask(() => this.actor.select(messageOf(on), menu, values));
  }

  /** Fills in the modal that a reply opened, by the custom ids of its fields. */
  submit(on: TestReply, values: Readonly<Record<string, string>>): Promise<TestReply> {
    return this.#ask(() => this.actor.submit(on.modal, values));
  }

  /**
   * Writes a message that is a prefix command, as it stands: `!ping`. Resolves with the bot's next message here.
   *
   * @throws {SandboxActionError} `no-response` when there is none within five seconds.
   */
  prefix(text: string): Promise<TestReply> {
    return this.#told(async () => {
      const asked = await this.actor.send(text);
      const deadline = performance.now() + ANSWER_TIMEOUT_MS;
      for (;;) {
        const response = this.#answerTo(asked);
        if (response) return this.#reply({ state: 'answered', response, followups: [], modal: undefined });
        if (performance.now() > deadline) throw noAnswer(text);
        await sleep(POLL_INTERVAL_MS);
      }
    });
  }

  /** Writes a message in the channel. */
  send(content: string): Promise<APIMessage> {
    return this.#told(() => this.actor.send(content));
  }

  /** Edits a message of their own. */
  edit(message: APIMessage, content: string): Promise<APIMessage> {
    return this.#told(() => this.actor.edit(message, content));
  }

  /** Deletes a message; those of others need the permission. */
  delete(message: MessageLike): Promise<void> {
    return this.#told(() => this.actor.delete(messageOf(message)));
  }

  /** Reacts with an emoji: a character, or `name:id`. */
  react(message: MessageLike, emoji: string): Promise<void> {
    return this.#told(() => this.actor.react(messageOf(message), emoji));
  }

  /** Takes back a reaction. */
  unreact(message: MessageLike, emoji: string): Promise<void> {
    return this.#told(() => this.actor.unreact(messageOf(message), emoji));
  }

  /** Leaves the guild. */
  leave(): Promise<void> {
    return this.#told(() => this.actor.leave(this.guildId));
  }

  /** Joins the guild again. */
  join(): Promise<void> {
    return this.#told(() => this.actor.join(this.guildId));
  }

  /** The names of the commands that the member sees. */
  get commands(): readonly string[] {
    return this.actor.commands().map(({ name }) => name);
  }

  /** The messages that the member sees in their channel, those for them alone included, oldest first. */
  get messages(): readonly APIMessage[] {
    return this.actor.messages();
  }

  /** What the bot wrote to the member directly, oldest first. */
  get directMessages(): readonly APIMessage[] {
    return this.#surroundings.sandbox.directMessages(this.id);
  }

  #ask(act: () => Promise<Exchange>): Promise<TestReply> {
    return this.#told(async () => {
      const exchange = await act();
      return this.#reply(exchange.modal ? exchange : await exchange.settled());
    });
  }

  #reply(source: ReplySource): TestReply {
    const transcript = (): string => this.#transcript();
    return new TestReply(source, { names: () => this.#surroundings.names(), transcript });
  }

  #answerTo(asked: APIMessage): APIMessage | undefined {
    const { bot } = this.#surroundings.sandbox;
    return this.messages.find(
      ({ id, author }) => author.id === bot.id && id !== asked.id && BigInt(id) > BigInt(asked.id),
    );
  }

  /** Adds to a failure what was going on. */
  async #told<Result>(act: () => Promise<Result>): Promise<Result> {
    try {
      return await act();
    } catch (cause) {
      if (!(cause instanceof SandboxActionError)) throw cause;
      throw new SandboxActionError(cause.reason, `${cause.message}.\n${this.#transcript()}`);
    }
  }

  #transcript(): string {
    return this.#surroundings.transcript(this.#visible());
  }

  /** Somebody who is no member any more sees nothing. */
  #visible(): readonly APIMessage[] {
    try {
      return this.messages;
    } catch (error) {
      if (error instanceof SandboxActionError) return [];
      throw error;
    }
  }
}

const messageOf = (on: MessageLike): APIMessage => (on instanceof TestReply ? on.message : on);

const noAnswer = (text: string): SandboxActionError =>
  new SandboxActionError(
    'no-response',
    `The bot did not answer "${text}" within ${ANSWER_TIMEOUT_MS / 1_000} s`,
  );

function idsOf(options: OptionValues): SlashValues {
  const entries = Object.entries(options).map(([name, value]) => [
    name,
    typeof value === 'object' && 'id' in value ? value.id : value,
  ]);
  return Object.fromEntries(entries) as SlashValues;
}
