import { type GuardedUse, guardedUses, type Host } from '@twi/host';

/** A permission node, and all that it guards. */
export interface PermissionRow {
  readonly plugin: string;
  readonly node: string;
  readonly description: string;
  /** The Discord permission whose holders have it by default; absent: everybody has. */
  readonly holder?: string | undefined;
  readonly uses: readonly GuardedUse[];
}

/** The permissions of a plugin of this repository. */
export interface PluginPermissions {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly PermissionRow[];
  /** What no node guards. */
  readonly open: readonly GuardedUse[];
}

/**
 * Who may use what, of the core and all plugins of the bot, as they are loaded. The page for owners and every test over
 * all commands and components are made from it.
 */
export function permissionTable(host: Pick<Host, 'plugins'>): PluginPermissions[] {
  const records = host.plugins.list().filter(({ state }) => state === 'loaded');
  const uses = records.flatMap((record) => guardedUses(record));
  return records.map(({ id, plugin }) => ({
    id,
    title: plugin?.title ?? id,
    rows: Object.entries(plugin?.nodes ?? {}).map(([node, declared]) => ({
      plugin: id,
      node,
      description: declared.description,
      holder: declared.default,
      // A node may guard what another plugin offers.
      uses: uses.filter((use) => use.node === node),
    })),
    open: uses.filter((use) => use.plugin === id && use.node === undefined),
  }));
}
