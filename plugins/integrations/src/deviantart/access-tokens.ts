import { HTTPError, UserError } from '@twi/sdk';
import { z } from 'zod';
import type { IntegrationsContext } from '../context.ts';
import { refusedCredentials } from '../errors.ts';

/** A token is replaced so long before it ends, in milliseconds, that no request goes out with one that has ended. */
const MARGIN_MS = 60_000;
/** One for each guild with credentials of its own, at most. */
const MAX_TOKENS = 500;
const BAD_REQUEST = 400;
const UNAUTHORISED = 401;

const answer = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

/** A token, or one that is being fetched. */
interface Entry {
  readonly value: Promise<string>;
  /** By the clock of the machine, in milliseconds; for ever while it is being fetched. */
  endsAt: number;
}

/** Access tokens by OAuth 2 client credentials (RFC 6749, section 4.4), kept until they end. */
export class AccessTokens {
  readonly #http: IntegrationsContext['http'];
  /** By secret. Callers who ask at the same time share one request. */
  readonly #tokens = new Map<string, Entry>();

  constructor(http: IntegrationsContext['http']) {
    this.#http = http;
  }

  /** @throws {UserError} `integrations.refused-credentials` */
  get(secret: string): Promise<string> {
    const kept = this.#tokens.get(secret);
    return kept && kept.endsAt > Date.now() + MARGIN_MS ? kept.value : this.#fetch(secret);
  }

  /** Forgets a token that DeviantArt does not take any more. */
  forget(secret: string): void {
    this.#tokens.delete(secret);
  }

  #fetch(secret: string): Promise<string> {
    const [oldest] = this.#tokens.size >= MAX_TOKENS ? this.#tokens.keys() : [];
    if (oldest !== undefined) this.#tokens.delete(oldest);
    const asking = this.#ask(secret);
    const entry: Entry = { value: asking.then(({ value }) => value), endsAt: Number.POSITIVE_INFINITY };
    // Whoever waits for it hears of a failure; nobody may.
    entry.value.catch(() => undefined);
    this.#tokens.set(secret, entry);
    return this.#settle(secret, entry, asking);
  }

  async #settle(secret: string, entry: Entry, asking: Promise<{ readonly endsAt: number }>): Promise<string> {
    try {
      entry.endsAt = (await asking).endsAt;
    } catch (error) {
      if (this.#tokens.get(secret) === entry) this.#tokens.delete(secret);
      throw error;
    }
    return entry.value;
  }

  async #ask(secret: string): Promise<{ readonly value: string; readonly endsAt: number }> {
    const [id = '', key = ''] = secret.split(':', 2);
    const form = { grant_type: 'client_credentials', client_id: id, client_secret: key };
    try {
      const { access_token: value, expires_in: seconds } = answer.parse(
        await this.#http.post('oauth2/token', { form }).json(),
      );
      return { value, endsAt: Date.now() + seconds * 1_000 };
    } catch (error) {
      const status = error instanceof HTTPError ? error.response.statusCode : undefined;
      if (status === BAD_REQUEST || status === UNAUTHORISED)
        throw new UserError(refusedCredentials('DeviantArt'));
      throw error;
    }
  }
}
