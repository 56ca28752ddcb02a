import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyRepository } from './copy-repository.ts';
import { run } from './run.ts';

/** A package as it would be published. */
export interface Tarball {
  readonly name: string;
  readonly file: string;
}

/** Packs every public package of the repository, each built by its own `prepack`. */
export async function packAll(directory: string): Promise<Tarball[]> {
  const repository = join(directory, 'repository');
  await copyRepository(repository);
  const folders = await publicPackages(repository);
  const output = await run('npm', ['pack', '--json', '--pack-destination', directory, ...folders], {
    cwd: repository,
  });
  // What `prepack` prints comes first.
  const packed: { name: string; filename: string }[] = JSON.parse(output.slice(output.indexOf('[\n')));
  return packed.map(({ name, filename }) => ({ name, file: join(directory, filename) }));
}

async function publicPackages(repository: string): Promise<string[]> {
  const folders = [];
  for (const parent of ['packages', 'plugins'])
    for (const name of await readdir(join(repository, parent))) {
      const file = join(repository, parent, name, 'package.json');
      if (existsSync(file) && JSON.parse(await readFile(file, 'utf8')).private !== true)
        folders.push(`./${parent}/${name}`);
    }
  return folders;
}
