import type { MemberActor, SlashValues } from '@twi/sandbox';
import type { ProofPerson } from '@twi/testing';
import { readAnswer } from './answer.ts';

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
    const exchange = await this.actor.slash(line, values);
    return readAnswer(await exchange.settled()).text;
  }

  /** The same, where it has to succeed. @throws {Error} with the answer that was not hoped for */
  async does(line: string, values: SlashValues, hoped: RegExp): Promise<void> {
    const answer = await this.slash(line, values);
    if (!hoped.test(answer)) throw new Error(`/${line} answered "${answer}".`);
  }
}
