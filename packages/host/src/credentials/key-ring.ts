import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { ConfigurationError } from '@twi/sdk';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
/** What NIST SP 800-38D recommends for GCM. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ID_LENGTH = 12;

/** What a secret becomes in the database. */
export interface Sealed {
  /** Nonce, tag and ciphertext. */
  readonly ciphertext: Buffer;
  /** Which key made it; tells nothing about the key. */
  readonly keyId: string;
}

interface Key {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** The operator's keys: the first encrypts, the others only decrypt what they made before it came. */
export class KeyRing {
  readonly #newest: Key | undefined;
  readonly #keys: ReadonlyMap<string, Key>;

  /** @throws {RangeError} when a key has not 32 bytes. */
  constructor(keys: readonly Uint8Array[]) {
    const named = keys.map(toKey);
    this.#newest = named[0];
    this.#keys = new Map(named.map((key) => [key.id, key]));
  }

  /** The id of the key that encrypts; absent without any key. */
  get newestId(): string | undefined {
    return this.#newest?.id;
  }

  /**
   * Encrypts a secret for one place.
   *
   * @param place what the secret belongs to; it opens with the same place only.
   * @throws {ConfigurationError} without any key.
   */
  seal(secret: string, place: string): Sealed {
    if (!this.#newest) throw new ConfigurationError(NO_KEY);
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#newest.bytes, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(place));
    const encrypted = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return { ciphertext: Buffer.concat([nonce, cipher.getAuthTag(), encrypted]), keyId: this.#newest.id };
  }

  /** @throws {ConfigurationError} when its key is not here, or the ciphertext was made for another place or changed. */
  open({ ciphertext, keyId }: Sealed, place: string): string {
    const key = this.#keys.get(keyId);
    if (!key) throw new ConfigurationError(unknownKey(keyId));
    try {
      return decrypt(ciphertext, key.bytes, place);
    } catch (cause) {
      throw new ConfigurationError(DAMAGED, { cause });
    }
  }
}

/** @throws {Error} when it was made with another key or for another place, or is damaged in any way. */
function decrypt(ciphertext: Buffer, key: Uint8Array, place: string): string {
  const nonce = ciphertext.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(ciphertext.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const encrypted = ciphertext.subarray(NONCE_BYTES + TAG_BYTES);
  return Buffer.concat([decipher.update(encrypted), decipher.final()]).toString('utf8');
}

function toKey(bytes: Uint8Array): Key {
  if (bytes.length !== KEY_BYTES)
    throw new RangeError(`An encryption key has ${KEY_BYTES} bytes, not ${bytes.length}.`);
  const digest = createHash('sha256').update('twi credential key\n').update(bytes).digest('hex');
  return { id: digest.slice(0, ID_LENGTH), bytes };
}

const NO_KEY =
  'Secrets of a server cannot be kept or read: this bot has no `SECRET_ENCRYPTION_KEY`. Ask its operator to set one.';

const unknownKey = (keyId: string): string =>
  `A secret of this server was encrypted with the key \`${keyId}\`, which the bot does not have any more. ` +
  'Enter the secret again, or ask the operator to add that key back to `SECRET_ENCRYPTION_KEY`, after the newest.';

const DAMAGED =
  'A secret of this server cannot be read: it was changed, or moved from another server. Enter it again.';
