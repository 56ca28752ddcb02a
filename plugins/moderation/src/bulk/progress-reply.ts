import type { PlainReply } from '@twi/sdk';
import { type Client, DiscordAPIError, InteractionWebhook } from 'discord.js';

/** Edits to one message are throttled by Discord; more often nobody reads them either. */
const INTERVAL_MS = 2_000;

/** The reply to a moderator, edited while work goes on, also by a process that did not send it. */
export class ProgressReply {
  readonly #webhook: InteractionWebhook | undefined;
  #isReachable = true;
  /** Quick work shows its end only. */
  #editedAt = Date.now();

  /** @param token of the interaction; Discord takes it for 15 minutes */
  constructor(client: Client<true>, token: string | null) {
    this.#webhook = token ? new InteractionWebhook(client, client.application.id, token) : undefined;
  }

  /** Shows how far the work is, unless that was shown a moment ago. */
  async show(describe: () => Promise<PlainReply>): Promise<void> {
    if (Date.now() - this.#editedAt < INTERVAL_MS) return;
    await this.#edit(await describe());
  }

  /** Shows the end of the work. */
  async conclude(reply: PlainReply): Promise<void> {
    await this.#edit(reply);
  }

  async #edit(reply: PlainReply): Promise<void> {
    if (!this.#webhook || !this.#isReachable) return;
    this.#editedAt = Date.now();
    try {
      await this.#webhook.editMessage('@original', reply);
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error;
      // The time is up, or they dismissed it: the cases and the audit log have the result.
      this.#isReachable = false;
    }
  }
}
