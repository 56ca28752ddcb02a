import { copyFile, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { REPOSITORY } from './run.ts';
import { temporaryDirectory, type TemporaryDirectory } from './temporary-directory.ts';

const COPIED = ['package.json', 'tsconfig.json', 'vitest.config.ts', '.oxlintrc.json', '.oxfmtrc.json'];
const LINKED = ['node_modules', 'packages'];

/** The repository without plugins, for plugins that come and go with a test. */
export async function temporaryWorkspace(): Promise<TemporaryDirectory> {
  const workspace = await temporaryDirectory();
  for (const name of COPIED) await copyFile(join(REPOSITORY, name), join(workspace.path, name));
  for (const name of LINKED) await symlink(join(REPOSITORY, name), join(workspace.path, name));
  await mkdir(join(workspace.path, 'plugins'));
  return workspace;
}
