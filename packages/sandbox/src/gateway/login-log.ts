/** What a client did to get to its events. */
export interface Login {
  /** It connected, began a session (op 2), or went on with one (op 6). */
  readonly kind: 'connect' | 'identify' | 'resume';
  /** Unix milliseconds. */
  readonly at: number;
}

const CAPACITY = 10_000;

/** Keeps when clients came to the gateway, the latest of them. */
export class LoginLog {
  #logins: Login[] = [];

  add(kind: Login['kind']): void {
    this.#logins.push({ kind, at: Date.now() });
    if (this.#logins.length > CAPACITY * 2) this.#logins = this.#logins.slice(-CAPACITY);
  }

  /** Oldest first. */
  list(): readonly Login[] {
    return this.#logins;
  }
}
