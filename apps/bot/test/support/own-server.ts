import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '@twi/proving';

const run = promisify(execFile);
/** Where Debian and its kin keep them, one folder for each major version. */
const VERSIONS = '/usr/lib/postgresql';
const TOOLS = ['initdb', 'pg_ctl', 'createdb', 'pg_dump', 'pg_restore'];
/** The bot needs 15. */
const OLDEST = 15;

/** The folder with the tools of a PostgreSQL of this machine, or `undefined` where there is none that is new enough. */
export async function findServerTools(): Promise<string | undefined> {
  const versions = (await readdir(VERSIONS).catch(() => [])).filter((version) => Number(version) >= OLDEST);
  return versions
    .map((version) => join(VERSIONS, version, 'bin'))
    .find((folder) => TOOLS.every((tool) => existsSync(join(folder, tool))));
}

/** A PostgreSQL that an operator runs beside the bot, with tools that the bot does not bring. */
export class OwnServer implements AsyncDisposable {
  readonly #tools: string;
  readonly #directory: string;
  readonly #port: number;
  readonly #user: { readonly uid?: number; readonly gid?: number };

  private constructor(options: { tools: string; directory: string; port: number; user: OwnServer['user'] }) {
    this.#tools = options.tools;
    this.#directory = options.directory;
    this.#port = options.port;
    this.#user = options.user;
  }

  get user(): { readonly uid?: number; readonly gid?: number } {
    return this.#user;
  }

  static async start(tools: string): Promise<OwnServer> {
    const directory = await mkdtemp(join(tmpdir(), 'twi-own-postgres-'));
    const user = await serverUser();
    await chmod(directory, 0o700);
    if (user.uid !== undefined) await chown(directory, user.uid, user.gid ?? user.uid);
    const server = new OwnServer({ tools, directory, port: await freePort(), user });
    const data = join(directory, 'data');
    await server.run('initdb', ['--auth=trust', '--username=twi', '--encoding=UTF8', '--no-sync', data]);
    const settings = `-c port=${server.#port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`;
    await server.run('pg_ctl', [
      'start',
      '-w',
      '-s',
      '-D',
      data,
      '-l',
      join(directory, 'log'),
      '-o',
      settings,
    ]);
    return server;
  }

  /** Makes an empty database. @returns its connection string */
  async createDatabase(name: string): Promise<string> {
    await this.run('createdb', ['--host=127.0.0.1', `--port=${this.#port}`, '--username=twi', name]);
    return `postgres://twi@127.0.0.1:${this.#port}/${name}`;
  }

  /** Runs one of the tools; those that make or run a server do not work as root. */
  async run(tool: string, parameters: readonly string[]): Promise<void> {
    const isServers = tool === 'initdb' || tool === 'pg_ctl';
    await run(join(this.#tools, tool), parameters, { cwd: '/', ...(isServers && this.#user) });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.run('pg_ctl', ['stop', '-m', 'immediate', '-s', '-D', join(this.#directory, 'data')]);
    await rm(this.#directory, { recursive: true });
  }
}

/** PostgreSQL refuses to run as root. */
async function serverUser(): Promise<{ readonly uid?: number; readonly gid?: number }> {
  if (userInfo().uid !== 0) return {};
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, 'postgres'])).stdout)),
  );
  return { ...(uid !== undefined && { uid }), ...(gid !== undefined && { gid }) };
}
