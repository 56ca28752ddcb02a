import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './errors.ts';

const run = promisify(execFile);

export interface UserId {
  readonly uid: number;
  readonly gid: number;
}

/** The user that the PostgreSQL programs run as; `undefined` means the user of this process. */
export type ServerUser = (UserId & { readonly passesClosedDirectories?: boolean }) | undefined;

/**
 * A program and its parameters as another user who may enter every directory (capabilities(7), CAP_DAC_OVERRIDE).
 * Without `no_setuid_fixup`, access(2), which PostgreSQL asks about its own files, would not know of the capability.
 */
export function throughSetpriv(
  { uid, gid }: UserId,
  program: string,
  parameters: readonly string[],
): [string, string[]] {
  const identity = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  const passage = [
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    '--securebits=+no_setuid_fixup',
  ];
  return ['setpriv', [...identity, ...passage, program, ...parameters]];
}

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
