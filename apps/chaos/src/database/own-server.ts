import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@twi/database';

const MOST_CONNECTIONS = 60;

/** A PostgreSQL that nobody else uses, so that it can be mistreated. */
export class OwnServer implements AsyncDisposable {
  readonly #server: EmbeddedPostgres;
  readonly #dataDir: string;

  private constructor(server: EmbeddedPostgres, dataDir: string) {
    this.#server = server;
    this.#dataDir = dataDir;
  }

  static async start(): Promise<OwnServer> {
    const dataDir = await mkdtemp(join(tmpdir(), 'twi-own-server-'));
    // As root the server runs as another user, who must be able to enter.
    await chmod(dataDir, 0o755);
    const settings = ['fsync=off', `max_connections=${MOST_CONNECTIONS}`];
    return new OwnServer(await startEmbeddedPostgres({ dataDir, settings }), dataDir);
  }

  get url(): string {
    return this.#server.url;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server.stop();
    await rm(this.#dataDir, { recursive: true, force: true });
  }
}
