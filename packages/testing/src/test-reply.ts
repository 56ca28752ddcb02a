import type { Exchange } from '@twi/sandbox';
import type { APIEmbed, APIMessage, APIModalInteractionResponseCallbackData } from 'discord.js';
import { MessageFlags } from 'discord.js';

/** What a member sees after they did something: the bot's answer, in its latest wording. */
export class TestReply {
  readonly #exchange: Exchange;

  constructor(exchange: Exchange) {
    this.#exchange = exchange;
  }

  /** The answer as Discord holds it. @throws {Error} when there is none, for example because a modal was opened. */
  get message(): APIMessage {
    const { response } = this.#exchange;
    if (!response) throw new Error(`There is no message: the interaction is ${this.#exchange.state}.`);
    return response;
  }

  get embeds(): readonly APIEmbed[] {
    return this.message.embeds;
  }

  /** Everything there is to read, line by line: content, titles, descriptions, fields, footers. */
  get text(): string {
    return textOf(this.message);
  }

  /** Whether only the caller sees it. */
  get isEphemeral(): boolean {
    return ((this.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  }

  /** The labels of its buttons that can be clicked. */
  get buttons(): readonly string[] {
    return componentsOf(this.message).flatMap((component) =>
      component.label && !component.disabled ? component.label : [],
    );
  }

  get modal(): APIModalInteractionResponseCallbackData | undefined {
    return this.#exchange.modal;
  }

  get followups(): readonly APIMessage[] {
    return this.#exchange.followups;
  }
}

/** Everything there is to read in a message, line by line. */
export function textOf(message: APIMessage): string {
  const lines = [message.content];
  for (const { title, description, fields = [], footer } of message.embeds)
    lines.push(
      title ?? '',
      description ?? '',
      ...fields.flatMap(({ name, value }) => [name, value]),
      footer?.text ?? '',
    );
  return lines.filter(Boolean).join('\n');
}

interface Labelled {
  readonly label?: string;
  readonly disabled?: boolean;
}

function componentsOf(message: APIMessage): Labelled[] {
  return (message.components ?? []).flatMap((row) =>
    'components' in row ? (row.components as Labelled[]) : [],
  );
}
