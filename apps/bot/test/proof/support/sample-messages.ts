import type { GuardedUse } from '@twi/host';
import type { ProofBot } from './proof-bot.ts';

const Component = { row: 1, button: 2, menu: 3 } as const;
const SECONDARY = 2;

/** What a message is to have on it. */
interface Sample {
  readonly kind: GuardedUse['kind'];
  readonly customId: string;
  /** The only one of a menu. */
  readonly value: string;
}

/** Messages of the bot with a component on them, each for one person at a time. */
export class SampleMessages {
  readonly #bot: ProofBot;
  readonly #channelId: string;
  readonly #free = new Map<string, string[]>();

  constructor(bot: ProofBot, channelId: string) {
    this.#bot = bot;
    this.#channelId = channelId;
  }

  /** Resolves with the id of one that nobody uses. */
  async take(sample: Sample): Promise<string> {
    return this.#free.get(sample.customId)?.pop() ?? (await this.#send(sample));
  }

  /** Takes back a message that is as it was. */
  giveBack(customId: string, messageId: string): void {
    this.#free.set(customId, [...(this.#free.get(customId) ?? []), messageId]);
  }

  async #send({ kind, customId, value }: Sample): Promise<string> {
    const channel = await this.#bot.host.client.channels.fetch(this.#channelId);
    if (!channel?.isSendable()) throw new Error('The bot cannot write in the channel of samples.');
    const component =
      kind === 'button'
        ? { type: Component.button, style: SECONDARY, label: 'Sample', customId }
        : { type: Component.menu, customId, options: [{ label: value, value }] };
    const { id } = await channel.send({
      content: customId,
      components: [{ type: Component.row, components: [component] }],
    });
    return id;
  }
}
