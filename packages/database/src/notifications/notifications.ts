import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { DatabaseLogger } from '../logger.ts';

/** Receives the payload of one notification. */
export type NotificationHandler = (payload: string) => void;

/** Undoes a registration. */
export type Dispose = () => Promise<void>;

/** PostgreSQL takes payloads shorter than this: https://www.postgresql.org/docs/current/sql-notify.html */
export const PAYLOAD_LIMIT_BYTES = 8_000;

const FIRST_RECONNECT_DELAY_MS = 100;
const LONGEST_RECONNECT_DELAY_MS = 10_000;
const HEARTBEAT_INTERVAL_MS = 30_000;
const QUERY_TIMEOUT_MS = 10_000;

export interface NotificationsOptions {
  readonly url: string;
  readonly applicationName: string;
  readonly logger: DatabaseLogger;
  /** Runs a statement on the pool. */
  readonly query: (text: string, values: readonly string[]) => Promise<unknown>;
}

/** `LISTEN` and `NOTIFY` between the processes of the bot, over a connection of its own that reconnects by itself. */
export class Notifications {
  readonly #options: NotificationsOptions;
  readonly #handlers = new Map<string, Set<NotificationHandler>>();
  readonly #resetHandlers = new Set<() => void>();
  readonly #closing = new AbortController();
  #client: Client | undefined;
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(options: NotificationsOptions) {
    this.#options = options;
  }

  /** Whether notifications arrive at present. */
  get isConnected(): boolean {
    return this.#client !== undefined;
  }

  /** Opens the connection. Called once, before anything listens. */
  async connect(): Promise<void> {
    const { url, applicationName } = this.#options;
    const client = new Client({
      connectionString: url,
      application_name: `${applicationName} notifications`,
      connectionTimeoutMillis: QUERY_TIMEOUT_MS,
      query_timeout: QUERY_TIMEOUT_MS,
      keepAlive: true,
    });
    client.on('error', (error) => this.#options.logger.warn('The notification connection broke.', error));
    client.on('notification', ({ channel, payload }) => this.#deliver(channel, payload ?? ''));
    try {
      await client.connect();
      for (const channel of this.#handlers.keys())
        await client.query(`listen ${client.escapeIdentifier(channel)}`);
    } catch (error) {
      await client.end().catch(() => {}); // -- the first error is the one that matters
      throw error;
    }
    client.once('end', () => this.#lose(client));
    this.#client = client;
    this.#heartbeat = setInterval(() => void this.#beat(client), HEARTBEAT_INTERVAL_MS).unref();
  }

  /**
   * Sends a payload to everyone who listens, this process included.
   *
   * @throws {RangeError} when the payload has 8,000 bytes or more.
   */
  async notify(channel: string, payload: string): Promise<void> {
    const bytes = Buffer.byteLength(payload);
    if (bytes >= PAYLOAD_LIMIT_BYTES) {
      throw new RangeError(
        `The payload for "${channel}" has ${bytes} bytes; PostgreSQL takes fewer than ${PAYLOAD_LIMIT_BYTES}.`,
      );
    }
    await this.#options.query('select pg_notify($1, $2)', [channel, payload]);
  }

  /** Registers a handler; notifications sent after the returned promise resolves reach it. */
  async listen(channel: string, handler: NotificationHandler): Promise<Dispose> {
    const handlers = this.#handlers.get(channel) ?? new Set();
    this.#handlers.set(channel, handlers.add(handler));
    await this.#client?.query(`listen ${this.#client.escapeIdentifier(channel)}`);
    return async () => {
      handlers.delete(handler);
      if (handlers.size > 0 || this.#handlers.get(channel) !== handlers) return;
      this.#handlers.delete(channel);
      await this.#client?.query(`unlisten ${this.#client.escapeIdentifier(channel)}`);
    };
  }

  /**
   * Registers a handler for the moments in which notifications may have been missed: the connection broke, or is back.
   * Whoever keeps copies of database rows drops them then.
   */
  onReset(handler: () => void): () => void {
    this.#resetHandlers.add(handler);
    return () => void this.#resetHandlers.delete(handler);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    clearInterval(this.#heartbeat);
    const client = this.#client;
    this.#client = undefined;
    await client?.end();
  }

  #deliver(channel: string, payload: string): void {
    for (const handler of this.#handlers.get(channel) ?? []) this.#guarded(() => handler(payload));
  }

  #guarded(handler: () => void): void {
    try {
      handler();
    } catch (error) {
      this.#options.logger.error('A notification handler failed.', error);
    }
  }

  #reset(): void {
    for (const handler of this.#resetHandlers) this.#guarded(handler);
  }

  #lose(client: Client): void {
    if (this.#client !== client || this.#closing.signal.aborted) return;
    this.#client = undefined;
    clearInterval(this.#heartbeat);
    this.#reset();
    void this.#reconnect();
  }

  async #reconnect(): Promise<void> {
    const { signal } = this.#closing;
    for (
      let delay = FIRST_RECONNECT_DELAY_MS;
      !signal.aborted;
      delay = Math.min(delay * 2, LONGEST_RECONNECT_DELAY_MS)
    ) {
      try {
        await sleep(delay, undefined, { signal });
        await this.connect();
        if (signal.aborted) return await this.close();
        this.#reset();
        return;
      } catch (error) {
        if (!signal.aborted) this.#options.logger.warn('The notification connection is not back yet.', error);
      }
    }
  }

  /** A connection that died without a word is noticed only by using it. */
  async #beat(client: Client): Promise<void> {
    await client.query('select').catch(() => client.end().catch(() => {})); // -- its end is handled by #lose
  }
}
