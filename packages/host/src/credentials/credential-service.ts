import type { ILogger } from '@sapphire/framework';
import { type Credential, CredentialRepository, type DatabaseHandle, type QueryCache } from '@twi/database';
import { ConfigurationError, type CredentialEntry, type Credentials, type NewCredential } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import type { KeyRing } from './key-ring.ts';

const CACHED = 5_000;
const ROTATED_AT_ONCE = 100;
const LONGEST_SECRET = 4_000;
const SERVICE = /^(?=.{1,50}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

export interface CredentialServiceParts {
  readonly database: DatabaseHandle;
  readonly keys: KeyRing;
  /** The bot's own secrets by service, from the environment. */
  readonly ofBot: Readonly<Record<string, string>>;
  /** Makes sure that a value is never shown. */
  readonly hide: (secret: string) => void;
  readonly logger: Pick<ILogger, 'info' | 'warn'>;
}

/** The secrets for outside services: the bot's from the environment, those of guilds encrypted in the database. */
export class CredentialService implements Credentials {
  readonly #parts: CredentialServiceParts;
  readonly #rows: CredentialRepository;
  /** What is kept is encrypted. */
  readonly #cache: QueryCache<Credential | undefined>;

  constructor(parts: CredentialServiceParts) {
    this.#parts = parts;
    this.#rows = new CredentialRepository(parts.database.db);
    this.#cache = parts.database.cache.define({
      name: 'core.credentials',
      max: CACHED,
      load: (key) => {
        const [guildId = '', service = ''] = key.split('/');
        return this.#rows.find(guildId, service);
      },
    });
  }

  async get(service: string, guildId?: Snowflake): Promise<string | undefined> {
    const own = guildId === undefined ? undefined : await this.#cache.get(`${guildId}/${service}`);
    if (own) return this.#open(own);
    const { ofBot } = this.#parts;
    return Object.hasOwn(ofBot, service) ? ofBot[service] : undefined;
  }

  async set({ guildId, service, secret, userId }: NewCredential): Promise<void> {
    assertFit(service, secret);
    this.#parts.hide(secret);
    const sealed = this.#parts.keys.seal(secret, place(guildId, service));
    await this.#parts.database.ensureGuild(guildId);
    await this.#rows.save({ guildId, service, ...sealed, rotatedBy: userId });
    await this.#cache.invalidate(`${guildId}/${service}`);
  }

  async remove(service: string, guildId: Snowflake): Promise<boolean> {
    const existed = await this.#rows.delete(guildId, service);
    await this.#cache.invalidate(`${guildId}/${service}`);
    return existed;
  }

  async list(guildId: Snowflake): Promise<CredentialEntry[]> {
    const rows = await this.#rows.list(guildId);
    return rows.map(({ service, rotatedAt, rotatedBy }) => ({
      service,
      enteredAt: rotatedAt,
      enteredBy: rotatedBy ?? undefined,
    }));
  }

  /** Encrypts anew what older keys made. What cannot be read stays as it is, and is logged. */
  async rotate(): Promise<void> {
    const { keys, logger } = this.#parts;
    if (keys.newestId === undefined) return;
    const outcome = { renewed: 0, unreadable: 0 };
    let after: string | undefined;
    do {
      const old = await this.#rows.listOfOtherKeys(keys.newestId, { limit: ROTATED_AT_ONCE, after });
      for (const credential of old) outcome[(await this.#renew(credential)) ? 'renewed' : 'unreadable'] += 1;
      after = old.at(-1)?.id;
    } while (after !== undefined);
    if (outcome.renewed > 0)
      logger.info(`${outcome.renewed} secrets of servers were encrypted with the newest key.`);
    if (outcome.unreadable > 0)
      logger.warn(
        `${outcome.unreadable} secrets of servers cannot be read with the keys in SECRET_ENCRYPTION_KEY. ` +
          'Add the key that made them after the newest, or let the servers enter them again.',
      );
  }

  close(): void {
    this.#cache.dispose();
  }

  /** @returns whether it could be read. */
  async #renew(credential: Credential): Promise<boolean> {
    const { guildId, service, ciphertext } = credential;
    try {
      const sealed = this.#parts.keys.seal(this.#open(credential), place(guildId, service));
      await this.#rows.replaceCiphertext(credential.id, ciphertext, sealed);
    } catch (error) {
      if (error instanceof ConfigurationError) return false;
      throw error;
    }
    await this.#cache.invalidate(`${guildId ?? ''}/${service}`);
    return true;
  }

  #open({ guildId, service, ciphertext, keyId }: Credential): string {
    const secret = this.#parts.keys.open({ ciphertext, keyId }, place(guildId, service));
    this.#parts.hide(secret);
    return secret;
  }
}

/** A ciphertext that is copied into another row does not open there. */
function place(guildId: Snowflake | null, service: string): string {
  return `${guildId ?? 'bot'}/${service}`;
}

function assertFit(service: string, secret: string): void {
  if (!SERVICE.test(service))
    throw new RangeError(
      `A service is named by lower-case words joined by hyphens, at most 50 characters, not by "${service}".`,
    );
  if (secret.length === 0 || secret.length > LONGEST_SECRET)
    throw new RangeError(`A secret has 1 to ${LONGEST_SECRET} characters, not ${secret.length}.`);
}
