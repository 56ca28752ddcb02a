import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Tarball } from './pack.ts';
import { REPOSITORY, run } from './run.ts';

interface PackageJson {
  readonly bin?: Readonly<Record<string, string>> | string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/**
 * Installs a project whose packages of ours come from tarballs, since no registry has them. What others publish is
 * linked from the repository to where a `package.json` names it and to nowhere else: what is not declared is missed,
 * even where npm would put it within reach by chance.
 */
export async function installTarballs(project: string, tarballs: readonly Tarball[]): Promise<void> {
  const modules = join(project, 'node_modules');
  for (const { name, file } of tarballs) {
    const folder = join(modules, name);
    await mkdir(folder, { recursive: true });
    await run('tar', ['-xzf', file, '--strip-components=1'], { cwd: folder });
    const { dependencies = {}, bin } = await readPackage(folder);
    await linkForeign(Object.keys(dependencies), folder, name);
    await linkPrograms(modules, folder, bin);
  }
  const { dependencies, devDependencies } = await readPackage(project);
  await linkForeign(Object.keys({ ...dependencies, ...devDependencies }), project, '');
}

/** @param owner the package of ours whose folder it is, whose own versions come before the repository's */
async function linkForeign(names: readonly string[], folder: string, owner: string): Promise<void> {
  const modules = join(folder, 'node_modules');
  const places = [...sourcesOf(owner), REPOSITORY].map((place) => join(place, 'node_modules'));
  for (const name of names.filter((each) => !each.startsWith('@twi/'))) {
    const target = places.map((place) => join(place, name)).find((path) => existsSync(path));
    if (target === undefined)
      throw new Error(`${owner || 'The project'} names ${name}, which is not installed.`);
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(target, join(modules, name));
    await linkPrograms(modules, target, (await readPackage(target)).bin);
  }
}

/** Where the sources of a package of ours may lie. */
function sourcesOf(name: string): string[] {
  const id = name.replace('@twi/', '');
  return [`packages/${id}`, `plugins/${id.replace('plugin-', '')}`].map((path) => join(REPOSITORY, path));
}

async function linkPrograms(modules: string, folder: string, bin: PackageJson['bin'] = {}): Promise<void> {
  const programs = typeof bin === 'string' ? { [basename(folder)]: bin } : bin;
  await mkdir(join(modules, '.bin'), { recursive: true });
  for (const [name, path] of Object.entries(programs)) {
    const target = join(folder, path);
    await chmod(target, 0o755);
    await symlink(target, join(modules, '.bin', name));
  }
}

async function readPackage(folder: string): Promise<PackageJson> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
}
