import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, answerOf, textOf } from './answer.ts';
import type { ProofBot } from './proof-bot.ts';

const POLL_MS = 10;
/** Discord's bit (Topics › Permissions). */
const SEND_MESSAGES = 1 << 11;

/** A new channel after so many, as all messages of one are looked through for the answer. */
const PER_CHANNEL = 50;

/** Commands that one person types as messages, one after the other, in channels of their own. */
export class TextTalk {
  readonly #bot: ProofBot;
  readonly #userId: string;
  readonly #name: string;
  #channelId = '';
  #asked = 0;

  constructor(bot: ProofBot, userId: string, name: string) {
    this.#bot = bot;
    this.#userId = userId;
    this.#name = name;
  }

  /** Types a command after a mention of the bot. What is for the person alone comes as a direct message. */
  async ask(line: string, withinMs: number): Promise<Answer> {
    if (this.#asked % PER_CHANNEL === 0) this.#channelId = this.#addChannel();
    this.#asked += 1;
    const { sandbox } = this.#bot;
    const direct = sandbox.directMessages(this.#userId).length;
    const actor = sandbox.as(this.#userId, { channelId: this.#channelId });
    const { id } = await actor.send(`<@${sandbox.bot.id}> ${line}`);
    const deadline = performance.now() + withinMs;
    while (performance.now() < deadline) {
      const found = this.#answerAfter(id) ?? sandbox.directMessages(this.#userId).at(direct);
      if (found) return answerOf(textOf(found));
      await sleep(POLL_MS);
    }
    return { text: '(no answer)', refusedFor: 'no answer' };
  }

  #answerAfter(messageId: string) {
    const { sandbox } = this.#bot;
    return sandbox
      .messages(this.#channelId)
      .find(({ id, author }) => author.id === sandbox.bot.id && BigInt(id) > BigInt(messageId));
  }

  #addChannel(): string {
    // A lock of the channel would silence them and the bot.
    const speakers = [this.#bot.sandbox.bot.id, this.#userId].map((id) => ({
      id,
      type: 1 as const,
      allow: String(SEND_MESSAGES),
    }));
    return this.#bot.guild.addChannel({ name: this.#name, permission_overwrites: speakers }).id;
  }
}
