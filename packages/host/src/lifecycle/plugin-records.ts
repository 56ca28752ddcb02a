import type { DiscoveredPlugin, PluginRecord } from '../plugin-record.ts';

/** The plugins of this process and their states, for everyone to read. Only the registry writes. */
export class PluginRecords {
  readonly #records = new Map<string, PluginRecord>();

  /** In the order in which they were first heard of: each after what it depends on. */
  list(): readonly PluginRecord[] {
    return [...this.#records.values()];
  }

  get(id: string): PluginRecord | undefined {
    return this.#records.get(id);
  }

  isLoaded(id: string): boolean {
    return this.#records.get(id)?.state === 'loaded';
  }

  set(record: PluginRecord): void {
    this.#records.set(record.id, record);
  }

  /** Plugins that `id` requires, or uses when they are loaded, directly or through others, in the order to load them in. */
  dependenciesOf(id: string): string[] {
    return this.#closure(id, (current) => {
      const { requires = {}, optional = {} } = this.get(current)?.discovered ?? {};
      return [...Object.keys(requires), ...Object.keys(optional).filter((other) => this.isLoaded(other))];
    });
  }

  /** Loaded plugins that require `id`, directly or through others, in the order to unload them in. */
  dependantsOf(id: string): string[] {
    const loaded = this.list().filter(({ state }) => state === 'loaded');
    return this.#closure(id, (current) =>
      loaded.filter(({ discovered }) => current in discovered.requires).map((record) => record.id),
    );
  }

  /** Depth first: what is farthest comes first. */
  #closure(id: string, next: (id: string) => readonly string[]): string[] {
    const found = new Set<string>();
    const visit = (current: string): void => {
      for (const other of next(current)) {
        if (other === id || found.has(other)) continue;
        visit(other);
        found.add(other);
      }
    };
    visit(id);
    return [...found];
  }
}

/** The record of a plugin that is not loaded. */
export function notLoaded(
  discovered: DiscoveredPlugin,
  state: Pick<PluginRecord, 'failure' | 'plugin'> & { readonly state: 'failed' | 'unloaded' },
): PluginRecord {
  return { id: discovered.id, discovered, pieces: [], commands: [], ...state };
}
