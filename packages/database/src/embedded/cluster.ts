import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { findBinaries, type PostgresBinaries } from './binaries.ts';
import { DataDirectoryVersionError, EmbeddedPostgresError } from './errors.ts';
import { grantPassage } from './grant-passage.ts';
import { runTool } from './run-tool.ts';
import { findServerUser, type ServerUser } from './server-user.ts';
import { createStaging, removeAbandonedStagings } from './staging.ts';

const PASSWORD_FILE = 'bot-password';
const PASSWORD_BYTES = 24;

/** A PostgreSQL data directory with what is needed to run a server on it. */
export interface Cluster {
  readonly directory: string;
  readonly password: string;
  readonly user: ServerUser;
  readonly binaries: PostgresBinaries;
}

/** Name of the superuser of every embedded cluster. */
export const CLUSTER_ROLE = 'twi';

/**
 * Opens the cluster in `<dataDir>/postgres`, creating it when it is missing.
 *
 * @throws {DataDirectoryVersionError} when another major version of PostgreSQL wrote it.
 * @throws {DataDirectoryAccessError} when the server's user cannot reach it.
 */
export async function openCluster(dataDir: string): Promise<Cluster> {
  const parent = resolve(dataDir);
  const directory = join(parent, 'postgres');
  await mkdir(parent, { recursive: true });
  await removeAbandonedStagings(parent);
  const [binaries, serverUser] = await Promise.all([findBinaries(), findServerUser(directory)]);
  const user = await grantPassage(serverUser, [parent, dirname(binaries.initdb)]);

  const found = await readVersion(directory);
  if (found === undefined) await createCluster({ parent, directory, binaries, user });
  else await assertSameMajor(directory, found, binaries);
  return { directory, password: await readPassword(directory), user, binaries };
}

async function readVersion(directory: string): Promise<string | undefined> {
  const version = await readFile(join(directory, 'PG_VERSION'), 'utf8').catch(ignoreMissing);
  if (version !== undefined) return version.trim();
  const entries = (await readdir(directory).catch(ignoreMissing)) ?? [];
  if (entries.length === 0) return undefined;
  throw new EmbeddedPostgresError(
    `${directory} is not empty and holds no PostgreSQL data. Move it away, or choose another DATA_DIR.`,
  );
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

async function assertSameMajor(
  directory: string,
  found: string,
  { initdb }: PostgresBinaries,
): Promise<void> {
  const expected =
    /\d+/.exec(await runTool(initdb, ['--version'], undefined))?.[0] ?? 'of an unknown version';
  if (found !== expected) throw new DataDirectoryVersionError(directory, found, expected);
}

/** Prepares the cluster beside its place and renames it there, so that a crash never leaves half of one. */
async function createCluster({
  parent,
  directory,
  binaries,
  user,
}: Omit<Cluster, 'password'> & { parent: string }): Promise<void> {
  const staging = await createStaging(parent);
  try {
    await initialise(staging, binaries, user);
    await rmdir(directory).catch(ignoreMissing);
    await rename(staging, directory);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    const otherWon = (await readFile(join(directory, 'PG_VERSION')).catch(ignoreMissing)) !== undefined;
    if (!otherWon) throw error;
  }
}

async function initialise(staging: string, { initdb }: PostgresBinaries, user: ServerUser): Promise<void> {
  const passwordFile = `${staging}.password`;
  await writeFile(passwordFile, randomBytes(PASSWORD_BYTES).toString('base64url'), { mode: 0o600 });
  try {
    if (user) await Promise.all([staging, passwordFile].map((path) => chown(path, user.uid, user.gid)));
    const settings = ['--auth=scram-sha-256', `--username=${CLUSTER_ROLE}`, `--pwfile=${passwordFile}`];
    const language = [
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ];
    await runTool(initdb, [`--pgdata=${staging}`, ...settings, ...language, '--no-instructions'], user);
    await rename(passwordFile, join(staging, PASSWORD_FILE));
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function readPassword(directory: string): Promise<string> {
  try {
    return (await readFile(join(directory, PASSWORD_FILE), 'utf8')).trim();
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `The password of the embedded database, ${join(directory, PASSWORD_FILE)}, cannot be read.`,
      { cause },
    );
  }
}
