import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './errors.ts';

const run = promisify(execFile);

/** The user that the PostgreSQL programs run as; `undefined` means the user of this process. */
export type ServerUser = { readonly uid: number; readonly gid: number } | undefined;

/**
 * Chooses the user for PostgreSQL, which refuses to run as root: the owner of an existing data directory, else the
 * system's `postgres` user, which is created where it is missing.
 */
export async function findServerUser(directory: string): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return undefined;
  const existing = await stat(directory).catch(() => undefined);
  if (existing && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid };
  return (await lookUp('postgres')) ?? (await createUser());
}

async function lookUp(name: string): Promise<ServerUser> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined; // `id` fails exactly when there is no such user.
  }
}

async function createUser(): Promise<ServerUser> {
  try {
    await run('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ]);
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'PostgreSQL does not run as root, there is no user named "postgres", and it could not be created. ' +
        'Run the bot as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
      { cause },
    );
  }
  return lookUp('postgres');
}
