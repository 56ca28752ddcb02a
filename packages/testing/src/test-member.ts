import type { Exchange, MemberActor, SlashValues } from '@twi/sandbox';
import type { APIApplicationCommandOptionChoice, APIMessage, Snowflake } from 'discord.js';
import { type TestReply, TestReply as Reply } from './test-reply.ts';

/** What stands for a user where an option or a target wants one. */
export interface Identified {
  readonly id: Snowflake;
}

/** Values of options; a member or channel of the test stands for its id. */
export type OptionValues = Readonly<Record<string, SlashValues[string] | Identified>>;

/** A person in a test guild, and all that they can do. */
export class TestMember implements Identified {
  readonly id: Snowflake;
  /** The person in the sandbox, for what has no verb here. */
  readonly actor: MemberActor;
  readonly #directMessages: () => APIMessage[];

  constructor(actor: MemberActor, directMessages: () => APIMessage[]) {
    this.id = actor.userId;
    this.actor = actor;
    this.#directMessages = directMessages;
  }

  /** Types a slash command: `case view`. Resolves with the bot's answer, also of a deferred one. */
  async slash(command: string, options: OptionValues = {}): Promise<TestReply> {
    return settled(await this.actor.slash(command, idsOf(options)));
  }

  /** What the bot suggests while the member types into `focused`. */
  autocomplete(
    command: string,
    options: OptionValues,
    focused: string,
  ): Promise<readonly APIApplicationCommandOptionChoice[]> {
    return this.actor.autocomplete(command, idsOf(options), { focused });
  }

  /** Chooses a command from the menu of a member or message. */
  async contextMenu(name: string, target: Identified | APIMessage): Promise<TestReply> {
    const isMessage = 'channel_id' in target;
    return settled(
      await this.actor.contextMenu(name, isMessage ? { messageId: target.id } : { userId: target.id }),
    );
  }

  /** Clicks a button, by label or custom id. */
  async click(on: TestReply, button: string): Promise<TestReply> {
    return settled(await this.actor.click(on.message, button));
  }

  /** Chooses values in a select menu, by placeholder or custom id. */
  async select(on: TestReply, menu: string, values: readonly string[]): Promise<TestReply> {
    return settled(await this.actor.select(on.message, menu, values));
  }

  /** Fills in the modal that a reply opened, by the custom ids of its fields. */
  async submit(on: TestReply, values: Readonly<Record<string, string>>): Promise<TestReply> {
    return settled(await this.actor.submit(on.modal, values));
  }

  /** Writes a message in the channel. */
  send(content: string): Promise<APIMessage> {
    return this.actor.send(content);
  }

  /** The names of the commands that the member sees. */
  get commands(): readonly string[] {
    return this.actor.commands().map(({ name }) => name);
  }

  /** What the bot wrote to the member directly, oldest first. */
  get directMessages(): readonly APIMessage[] {
    return this.#directMessages();
  }
}

async function settled(exchange: Exchange): Promise<TestReply> {
  return new Reply(exchange.modal ? exchange : await exchange.settled());
}

function idsOf(options: OptionValues): SlashValues {
  const entries = Object.entries(options).map(([name, value]) => [
    name,
    typeof value === 'object' && 'id' in value ? value.id : value,
  ]);
  return Object.fromEntries(entries) as SlashValues;
}
