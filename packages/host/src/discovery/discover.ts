import path from 'node:path';
import type { GivenPlugin, HostOptions } from '../options.ts';
import type { DiscoveredPlugin, LoadFailure } from '../plugin-record.ts';
import { findPackages, type FoundPackage } from './find-packages.ts';
import { importPlugin } from './import-plugin.ts';
import { InvalidPackageError, parsePluginPackage } from './plugin-package.ts';

/** A plugin that stays out, and why. */
export interface RejectedPlugin {
  readonly discovered: DiscoveredPlugin;
  readonly failure: LoadFailure;
}

/** What was found, before any code of it ran. */
export interface Discovery {
  readonly plugins: readonly DiscoveredPlugin[];
  readonly rejected: readonly RejectedPlugin[];
}

export type DiscoveryOptions = Pick<HostOptions, 'appDirectory' | 'pluginPaths' | 'givenPlugins'>;

/** Finds the plugins of an app: its dependencies, its plugin folders, and those handed in as values. */
export async function discover({
  appDirectory,
  pluginPaths = [],
  givenPlugins = [],
}: DiscoveryOptions): Promise<Discovery> {
  const packages = await findPackages({ appDirectory, pluginPaths });
  const plugins: DiscoveredPlugin[] = givenPlugins.map(givenPlugin);
  const rejected: RejectedPlugin[] = [];
  for (const found of packages) {
    try {
      plugins.push(fromPackage(found));
    } catch (error) {
      if (!(error instanceof InvalidPackageError)) throw error;
      rejected.push({
        discovered: unusable(found, error),
        failure: { step: 'discover', reason: error.message, error },
      });
    }
  }
  return withoutDuplicates(plugins, rejected);
}

function fromPackage({ directory, file, json }: FoundPackage): DiscoveredPlugin {
  if (json instanceof InvalidPackageError) throw json;
  const description = parsePluginPackage(file, json);
  const { name, version, twi, peerDependencies } = description;
  return {
    id: twi.id,
    packageName: name,
    version,
    directory,
    requires: twi.requires,
    optional: twi.optional,
    sdkRange: peerDependencies['@twi/sdk'],
    import: (generation) => importPlugin(directory, description, generation),
  };
}

/** A plugin that needs no looking for. */
export const givenPlugin = ({ plugin, packageName, version }: GivenPlugin): DiscoveredPlugin => ({
  id: plugin.id,
  packageName: packageName ?? plugin.id,
  version: version ?? '0.0.0',
  requires: {},
  optional: {},
  sdkRange: '*',
  import: () => Promise.resolve(plugin),
});

/** Stands in the list of plugins for a package that says too little about itself; it goes by its folder's name. */
const unusable = ({ directory }: FoundPackage, error: Error): DiscoveredPlugin => ({
  id: path.basename(directory),
  packageName: path.basename(directory),
  version: '0.0.0',
  directory,
  requires: {},
  optional: {},
  sdkRange: '*',
  import: () => Promise.reject(error),
});

/** Two packages of one id both stay out: which one was meant cannot be known. */
function withoutDuplicates(plugins: readonly DiscoveredPlugin[], rejected: RejectedPlugin[]): Discovery {
  const byId = Map.groupBy(plugins, ({ id }) => id);
  const unique: DiscoveredPlugin[] = [];
  for (const [id, sameId] of byId) {
    const [plugin] = sameId;
    if (!plugin) continue;
    if (sameId.length === 1) unique.push(plugin);
    else
      rejected.push({
        discovered: plugin,
        failure: { step: 'discover', reason: duplicateReason(id, sameId) },
      });
  }
  return { plugins: unique, rejected };
}

function duplicateReason(id: string, sameId: readonly DiscoveredPlugin[]): string {
  const parties = sameId.map(({ packageName, directory }) =>
    directory ? `${packageName} (${directory})` : packageName,
  );
  return `The id "${id}" is claimed by ${parties.join(' and by ')}; none of them is loaded.`;
}
