import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Client, Snowflake } from 'discord.js';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Keeps anonymous reporters anonymous. The keys come from the bot's token, which is in no table, no log and no backup of
 * the database: whoever reads all of those still cannot tell who reported, nor try out ids. A new token makes
 * outstanding seals unreadable; then nobody is told the outcome, and nothing else is lost.
 */
export class ReporterSeal {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  /** The same for each report of a person in a guild, and different in every other guild. */
  hash(guildId: Snowflake, userId: Snowflake): string {
    return createHmac('sha256', this.#key('hash', guildId)).update(userId).digest('base64url');
  }

  /** Puts an id under lock; no two seals are alike. */
  seal(guildId: Snowflake, userId: Snowflake): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.#key('seal', guildId), iv);
    // Ids differ in length, and a length is a hint.
    const sealed = Buffer.concat([cipher.update(userId.padStart(20, '0')), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** The id under lock, or `undefined` when the bot's token has changed since. */
  open(guildId: Snowflake, text: string): Snowflake | undefined {
    const bytes = Buffer.from(text, 'base64url');
    const decipher = createDecipheriv(CIPHER, this.#key('seal', guildId), bytes.subarray(0, IV_BYTES));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    try {
      const padded = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
      return BigInt(padded.toString()).toString();
    } catch {
      return undefined; // -- the one reason is another key
    }
  }

  #key(purpose: 'hash' | 'seal', guildId: Snowflake): Buffer {
    const { token } = this.#client;
    if (token === null) throw new Error('Nobody can report before the bot has logged in.');
    return Buffer.from(hkdfSync('sha256', token, guildId, `moderation reports ${purpose}`, KEY_BYTES));
  }
}
