import type { APIEmbed, APIMessage, APIModalInteractionResponseCallbackData } from 'discord.js';
import { MessageFlags } from 'discord.js';
import type { Names } from './render/names.ts';
import { renderMessage, renderModal } from './render/render-message.ts';

/** Where an answer comes from: an interaction under way, or a message. */
export interface ReplySource {
  readonly state: string;
  readonly response: APIMessage | undefined;
  readonly followups: readonly APIMessage[];
  readonly modal: APIModalInteractionResponseCallbackData | undefined;
}

/** What a reply needs to know of the bot that gave it. */
export interface ReplySurroundings {
  readonly names: () => Names;
  readonly transcript: () => string;
}

/** What a member sees after they did something: the bot's answer, in its latest wording. */
export class TestReply {
  readonly #source: ReplySource;
  readonly #surroundings: ReplySurroundings;

  constructor(source: ReplySource, surroundings: ReplySurroundings) {
    this.#source = source;
    this.#surroundings = surroundings;
  }

  /** The answer as Discord holds it. @throws {Error} when there is none, for example because a modal was opened. */
  get message(): APIMessage {
    const { response, state, modal } = this.#source;
    if (response) return response;
    const instead = modal ? `a form was opened: "${modal.title}"` : `the interaction is ${state}`;
    throw new Error(`There is no message: ${instead}.\n${this.#surroundings.transcript()}`);
  }

  get embeds(): readonly APIEmbed[] {
    return this.message.embeds;
  }

  /** Everything there is to read, line by line: content, titles, descriptions, fields, footers, text displays. */
  get text(): string {
    return textOf(this.message);
  }

  /** Whether only the caller sees it. */
  get isEphemeral(): boolean {
    return ((this.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  }

  /** The labels of its buttons that can be clicked. */
  get buttons(): readonly string[] {
    return everyComponent(this.message).flatMap((component) =>
      component.label && !component.disabled ? component.label : [],
    );
  }

  get modal(): APIModalInteractionResponseCallbackData | undefined {
    return this.#source.modal;
  }

  get followups(): readonly APIMessage[] {
    return this.#source.followups;
  }

  /**
   * What the member reads, the same in every run: names for ids, `(time)` for moments. With `replySerializer` it is what
   * `toMatchInlineSnapshot` compares.
   */
  toString(): string {
    const { response, followups, modal, state } = this.#source;
    const names = this.#surroundings.names();
    const messages = [response, ...followups].flatMap((message) =>
      message ? [renderMessage(message, names)] : [],
    );
    const parts = [...messages, ...(modal ? [renderModal(modal, names)] : [])];
    return parts.length > 0 ? parts.join('\n') : `(nothing to see: the interaction is ${state})`;
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
  lines.push(...everyComponent(message).map(({ content = '' }) => content));
  return lines.filter(Boolean).join('\n');
}

/** What is read of a component, whatever its kind (Components Reference). */
interface AnyComponent {
  readonly label?: string;
  readonly disabled?: boolean;
  /** Of a text display. */
  readonly content?: string;
  readonly components?: readonly AnyComponent[];
  readonly accessory?: AnyComponent;
}

/** All components of a message, with those that rows, sections and containers hold. */
function everyComponent(message: APIMessage): AnyComponent[] {
  return within((message.components ?? []) as readonly AnyComponent[]); // -- a union that cannot be walked otherwise
}

function within(components: readonly AnyComponent[]): AnyComponent[] {
  return components.flatMap((component) => [
    component,
    ...within(component.components ?? []),
    ...(component.accessory ? within([component.accessory]) : []),
  ]);
}
