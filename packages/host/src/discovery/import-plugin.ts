import { isPlugin, type Plugin } from '@twi/sdk';
import { withTimeout } from '../lifecycle/with-timeout.ts';
import { generationUrl, trackPluginFolder } from './module-hooks.ts';
import { packageEntry } from './package-entry.ts';
import type { PluginPackage } from './plugin-package.ts';

const IMPORT_TIMEOUT_MS = 10_000;

/** A package whose entry does not export what a plugin's has to. */
class InvalidEntryError extends Error {
  override readonly name = 'InvalidEntryError';
}

/**
 * Imports the plugin that a package exports, anew for each generation.
 *
 * @throws {InvalidEntryError} when the entry does not export exactly one plugin, or one with another id.
 */
export async function importPlugin(
  directory: string,
  description: PluginPackage,
  generation: number,
): Promise<Plugin> {
  const entry = packageEntry(directory, description);
  trackPluginFolder(directory, generation);
  const exported: object = await withTimeout(import(generationUrl(entry, generation)), {
    ms: IMPORT_TIMEOUT_MS,
    what: `Importing ${entry}`,
  });
  const [plugin, ...others] = new Set(Object.values(exported).filter(isPlugin));
  if (!plugin || others.length > 0)
    throw new InvalidEntryError(
      `${entry} must export exactly one plugin made by definePlugin, it exports ${others.length + (plugin ? 1 : 0)}.`,
    );
  if (plugin.id !== description.twi.id)
    throw new InvalidEntryError(
      `${entry} exports the plugin "${plugin.id}", but "twi.id" in its package.json is "${description.twi.id}".`,
    );
  return plugin;
}
