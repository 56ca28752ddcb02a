import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Destination } from './destination.ts';

/** Brings a plugin of a workspace into the workspace's format: the length of a name moves the breaks of lines. */
export async function format({ kind, directory }: Destination): Promise<void> {
  const workspace = join(directory, '../..');
  const formatter = join(workspace, 'node_modules/.bin/oxfmt');
  if (kind !== 'workspace' || !existsSync(formatter)) return;
  await promisify(execFile)(formatter, [directory], { cwd: workspace });
}
