import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DatabaseHandle, startDatabase } from '@twi/database';
import { type RawBuilder, sql } from 'kysely';

const POOL_SIZE = 2;

/** The bot's database, seen past the bot. */
export class StoredFacts implements AsyncDisposable {
  readonly #handle: DatabaseHandle;

  private constructor(handle: DatabaseHandle) {
    this.#handle = handle;
  }

  static async open(url: string): Promise<StoredFacts> {
    return new StoredFacts(await startDatabase({ url, dataDir: '', poolSize: POOL_SIZE }));
  }

  /** The server that a bot started in its data folder, while it runs. */
  static async openEmbedded(dataDir: string): Promise<StoredFacts> {
    const folder = join(dataDir, 'postgres');
    const password = (await readFile(join(folder, 'bot-password'), 'utf8')).trim();
    // https://github.com/postgres/postgres/blob/REL_18_STABLE/src/include/utils/pidfile.h
    const port = (await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n')[3];
    return StoredFacts.open(`postgres://twi:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`);
  }

  /** The database in a data folder that no bot uses; its server ends with this. */
  static async openAlone(dataDir: string): Promise<StoredFacts> {
    return new StoredFacts(await startDatabase({ dataDir, poolSize: POOL_SIZE }));
  }

  async rows<Row>(query: RawBuilder<Row>): Promise<readonly Row[]> {
    return (await query.execute(this.#handle.db.withoutPlugins())).rows;
  }

  /** Makes a plugin's scheduled job run now instead of at its next time. */
  async runNow(job: string): Promise<void> {
    await this.rows(sql`insert into pgboss.job (name, data) values (${job}, '{"data": {}, "deferrals": 0}')`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#handle.close();
  }
}
