import { join, sep } from 'node:path';
import type { Host } from '@twi/host';

type Plugins = Host['plugins'];

/**
 * Loads the plugins anew whose sources changed; one that does not load leaves its last good version running. Resolves
 * to whether that was all: a change to anything else, a `package.json` included, needs a new process.
 */
export async function reloadPlugins(plugins: Plugins, files: readonly string[]): Promise<boolean> {
  const owners = files.map((file) => ownerOf(plugins, file));
  const ids = new Set(owners.filter((id) => id !== undefined));
  if (owners.includes(undefined)) return false;
  for (const id of ids) if (!(await reload(plugins, id))) return false;
  return true;
}

function ownerOf(plugins: Plugins, file: string): string | undefined {
  const owner = plugins
    .list()
    .find(
      ({ discovered: { directory } }) =>
        directory !== undefined && file.startsWith(join(directory, 'src') + sep),
    );
  return owner?.id;
}

async function reload(plugins: Plugins, id: string): Promise<boolean> {
  const start = performance.now();
  try {
    const isLoaded = plugins.get(id)?.state === 'loaded';
    const { state, failure } = await (isLoaded ? plugins.reload(id) : plugins.load(id));
    const ms = Math.round(performance.now() - start);
    // The host has said why; this says what it means here.
    if (!failure) console.log(`The plugin "${id}" is up to date (${ms} ms).`);
    else
      console.log(
        `The plugin "${id}" ${state === 'loaded' ? 'goes on as it was before the change' : 'stays out'}; mend the file and save it again.`,
      );
    return true;
  } catch (error) {
    console.error(`The plugin "${id}" could not be reloaded.`, error);
    return false;
  }
}
