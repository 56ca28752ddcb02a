import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { DataDirectoryAccessError } from './errors.ts';
import { type ServerUser, throughSetpriv, type UserId } from './server-user.ts';

const run = promisify(execFile);

const OTHERS_MAY_ENTER = 0o001;
const GROUP_MAY_ENTER = 0o010;
const OWNER_MAY_ENTER = 0o100;

/**
 * Makes sure that the server's user may walk down to the directories that it needs. Root keeps much of what it has in
 * folders that others may not enter (`/root`, those of `mktemp -d`); there the server gets the passage as a capability,
 * and no directory has to be opened to everybody.
 *
 * @returns the user, with the passage where it is needed
 * @throws {DataDirectoryAccessError} naming the first directory that is closed, where the system cannot grant that.
 */
export async function grantPassage(user: ServerUser, directories: readonly string[]): Promise<ServerUser> {
  if (!user) return undefined;
  for (const directory of directories) {
    const closed = await findClosedAncestor(directory, user);
    if (closed === undefined) continue;
    if (await canPass(directory, user)) return { ...user, passesClosedDirectories: true };
    throw new DataDirectoryAccessError(
      directory,
      closed,
      `The bot runs as root and PostgreSQL as user ${user.uid}. Put the bot and DATA_DIR where that user can enter ` +
        `(such as /srv/bot), or let it pass with "chmod o+x ${closed}", or install setpriv (util-linux), or set ` +
        `DATABASE_URL, or run the bot as an ordinary user.`,
    );
  }
  return user;
}

/** PostgreSQL's own message names only the end of a path. Root passes every check, so the mode bits are read. */
async function findClosedAncestor(directory: string, user: UserId): Promise<string | undefined> {
  for (const ancestor of ancestors(directory)) {
    const { mode, uid, gid } = await stat(ancestor);
    const needed = uid === user.uid ? OWNER_MAY_ENTER : gid === user.gid ? GROUP_MAY_ENTER : OTHERS_MAY_ENTER;
    if (!(mode & needed)) return ancestor;
  }
  return undefined;
}

/** Tries it: setpriv may be missing or of another kind, and a container may lack the capability. */
async function canPass(directory: string, user: UserId): Promise<boolean> {
  const [program, parameters] = throughSetpriv(user, 'test', ['-x', directory]);
  return run(program, parameters, { cwd: '/' }).then(
    () => true,
    () => false,
  );
}

function ancestors(directory: string): string[] {
  const parent = dirname(directory);
  return parent === directory ? [directory] : [...ancestors(parent), directory];
}
