import type { Exchange, MemberActor, SlashValues } from '@twi/sandbox';
import type { ProofPerson } from '@twi/testing';
import { isRefused, readAnswer } from './answer.ts';

/** Somebody who uses the bot. */
export class Person implements ProofPerson {
  readonly id: string;
  readonly actor: MemberActor;

  constructor(actor: MemberActor) {
    this.id = actor.userId;
    this.actor = actor;
  }

  /** Types a command, and reads all of the answer. */
  async slash(line: string, values: SlashValues = {}): Promise<string> {
    return readAnswer(await this.#type(line, values)).text;
  }

  /** The same, where it has to succeed. @throws {Error} with the answer that was not hoped for */
  async does(line: string, values: SlashValues, hoped: RegExp): Promise<void> {
    const exchange = await this.#type(line, values);
    const { text } = readAnswer(exchange);
    if (isRefused(exchange) || !hoped.test(text)) throw new Error(`/${line} answered "${text}".`);
  }

  async #type(line: string, values: SlashValues): Promise<Exchange> {
    const exchange = await this.actor.slash(line, values);
    return exchange.settled();
  }
}
