import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { chooseParts, isWanted } from './choose-parts.ts';
import type { Contribution } from './contributions.ts';
import type { Destination } from './destination.ts';
import { packageJson } from './package-json.ts';
import type { PluginName } from './plugin-name.ts';

const TEMPLATE = join(import.meta.dirname, '../template');
/** Another name than npm's, so that nobody takes the template for a package inside this one. */
const PACKAGE_FILE = 'package.template.json';
/** npm takes files of this name out of packages, so that the template has it without its dot. */
const IGNORE_FILE = 'gitignore';

/** A folder that is there already, and that is left as it is. */
export class DestinationError extends Error {
  override readonly name = 'DestinationError';
}

export interface NewPlugin {
  readonly name: PluginName;
  readonly contributions: ReadonlySet<Contribution>;
  readonly destination: Destination;
}

/**
 * Makes a plugin from the template.
 *
 * @throws {DestinationError} when its folder exists; nothing is overwritten.
 */
export async function createPlugin({ name, contributions, destination }: NewPlugin): Promise<void> {
  const { kind, directory } = destination;
  const files = [...(await readTemplate('plugin')), ...(await readTemplate(kind))];
  await makeDirectory(directory);
  for (const [path, text] of files) {
    if (path === PACKAGE_FILE || !isWanted(path, contributions)) continue;
    const target = join(directory, path === IGNORE_FILE ? `.${IGNORE_FILE}` : name.rename(path));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, name.rename(chooseParts(text, contributions)), { flag: 'wx' });
  }
  const [template = '{}', extra = '{}'] = files
    .filter(([path]) => path === PACKAGE_FILE)
    .map(([, text]) => name.rename(text));
  await writeFile(join(directory, 'package.json'), packageJson(template, extra, destination), { flag: 'wx' });
}

async function makeDirectory(directory: string): Promise<void> {
  await mkdir(dirname(directory), { recursive: true });
  try {
    await mkdir(directory);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    throw new DestinationError(`${directory} exists already. Choose another name, or remove it first.`, {
      cause,
    });
  }
}

/** The texts of a part of the template, by their paths with `/`. */
async function readTemplate(part: string): Promise<[path: string, text: string][]> {
  const root = join(TEMPLATE, part);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(
    paths.map(async (path): Promise<[string, string]> => [
      relative(root, path).replaceAll(sep, '/'),
      await readFile(path, 'utf8'),
    ]),
  );
}
