import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tarball } from './pack.ts';
import { REPOSITORY, run } from './run.ts';

/** Installs a project whose packages of ours come from tarballs, since no registry has them. */
export async function installTarballs(project: string, tarballs: readonly Tarball[]): Promise<void> {
  const file = join(project, 'package.json');
  const json = JSON.parse(await readFile(file, 'utf8'));
  for (const tarball of tarballs) json.devDependencies[tarball.name] = `file:${tarball.file}`;
  await writeFile(file, JSON.stringify(json));
  await writeFile(join(project, 'package-lock.json'), await lockOfDependencies());
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: project });
}

/** The versions that the repository is tested with, so that npm need not ask the registry for each package's newest. */
async function lockOfDependencies(): Promise<string> {
  const lock = JSON.parse(await readFile(join(REPOSITORY, 'package-lock.json'), 'utf8'));
  const entries = Object.entries<{ readonly link?: boolean }>(lock.packages);
  const packages = entries.filter(([path, { link }]) => path.startsWith('node_modules/') && !link);
  return JSON.stringify({ ...lock, packages: { '': {}, ...Object.fromEntries(packages) } });
}
