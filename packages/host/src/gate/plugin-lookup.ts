import type { PluginRecord } from '../plugin-record.ts';

/** What the gate needs of the registry of plugins. */
export interface PluginLookup {
  get(id: string): PluginRecord | undefined;
}
