import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { PluginName } from './plugin-name.ts';

/** Where a plugin is made, and under which name its package is known. */
export interface Destination {
  readonly kind: 'workspace' | 'stand-alone';
  readonly directory: string;
  readonly packageName: string;
}

/** In the `plugins` folder of the workspace around `from`; where there is none, or none is wanted, in a folder of its own. */
export async function findDestination(
  name: PluginName,
  { from, standAlone }: { readonly from: string; readonly standAlone: boolean },
): Promise<Destination> {
  const workspace = standAlone ? undefined : await findWorkspace(resolve(from));
  if (workspace !== undefined)
    return {
      kind: 'workspace',
      directory: join(workspace, 'plugins', name.id),
      packageName: `@twi/plugin-${name.id}`,
    };
  const packageName = `twi-plugin-${name.id}`;
  return { kind: 'stand-alone', directory: resolve(from, packageName), packageName };
}

async function findWorkspace(directory: string): Promise<string | undefined> {
  if (await hasPlugins(join(directory, 'package.json'))) return directory;
  const parent = dirname(directory);
  return parent === directory ? undefined : findWorkspace(parent);
}

async function hasPlugins(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  const { workspaces }: { workspaces?: unknown } = JSON.parse(text);
  return Array.isArray(workspaces) && workspaces.includes('plugins/*');
}
