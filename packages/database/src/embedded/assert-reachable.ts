import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DataDirectoryAccessError } from './errors.ts';
import type { ServerUser } from './server-user.ts';

const OTHERS_MAY_ENTER = 0o001;
const GROUP_MAY_ENTER = 0o010;
const OWNER_MAY_ENTER = 0o100;

/**
 * Checks that the server's user may walk down to a directory, because PostgreSQL's own message names only the end of
 * the path. Root passes every check, so the mode bits are read instead of asking the kernel.
 *
 * @throws {DataDirectoryAccessError} naming the first directory that is closed.
 */
export async function assertReachable(directory: string, user: ServerUser): Promise<void> {
  if (!user) return;
  for (const ancestor of ancestors(directory)) {
    const { mode, uid, gid } = await stat(ancestor);
    const needed = uid === user.uid ? OWNER_MAY_ENTER : gid === user.gid ? GROUP_MAY_ENTER : OTHERS_MAY_ENTER;
    if (mode & needed) continue;
    throw new DataDirectoryAccessError(
      directory,
      ancestor,
      `The bot runs as root and PostgreSQL as user ${user.uid}. Put the bot and DATA_DIR where that user can enter ` +
        `(such as /srv/bot), or let it pass with "chmod o+x ${ancestor}", or set DATABASE_URL, or run the bot as an ordinary user.`,
    );
  }
}

function ancestors(directory: string): string[] {
  const parent = dirname(directory);
  return parent === directory ? [directory] : [...ancestors(parent), directory];
}
