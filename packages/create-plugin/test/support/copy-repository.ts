import { cp, mkdir, readdir, realpath, symlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { REPOSITORY } from './run.ts';

const COPIED = ['package.json', 'tsconfig.json', 'packages', 'plugins'];
/** What was built before must not be taken for what is built now. */
const LEFT_OUT = /^(?:packages|plugins)\/[^/]+\/(?:dist|test)$/;

/**
 * Copies the sources of the repository, so that building them neither disturbs the tests that run beside this one nor
 * finds what an earlier build left. Dependencies are links; those on packages of the repository lead to the copy.
 */
export async function copyRepository(target: string): Promise<void> {
  for (const name of COPIED)
    await cp(join(REPOSITORY, name), join(target, name), {
      recursive: true,
      filter: (path) => !LEFT_OUT.test(relative(REPOSITORY, path)),
    });
  const dependencies = join(REPOSITORY, 'node_modules');
  const links = join(target, 'node_modules');
  await mkdir(join(links, '@twi'), { recursive: true });
  for (const name of await readdir(dependencies))
    if (name !== '@twi') await symlink(join(dependencies, name), join(links, name));
  for (const name of await readdir(join(dependencies, '@twi'))) {
    const folder = relative(REPOSITORY, await realpath(join(dependencies, '@twi', name)));
    if (/^(?:packages|plugins)\//.test(folder))
      await symlink(join(target, folder), join(links, '@twi', name));
  }
}
