import { CORE_PLUGIN_ID } from '../gate/core-plugin.ts';
import type { ImportedPlugin } from '../lifecycle/plugin-importer.ts';
import type { CoreServices } from './core-services.ts';
import { createCorePlugin } from './plugin.ts';

/** The core plugin as the registry loads it, before all others. */
export function coreCandidate(services: CoreServices): ImportedPlugin {
  const plugin = createCorePlugin(services);
  return {
    plugin,
    discovered: {
      id: CORE_PLUGIN_ID,
      packageName: '@twi/host',
      version: services.version,
      requires: {},
      optional: {},
      sdkRange: '*',
      import: () => Promise.resolve(plugin),
    },
  };
}
