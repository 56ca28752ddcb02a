import type { Host } from '@twi/host';
import type { CommandGroup } from '@twi/sandbox';

/** Told, in place of what was told before, which plugin registers which commands. */
type Tell = (groups: readonly CommandGroup[]) => void;

/** Tells now and after every change which plugin registers which commands; Discord has no place for that. */
export function describeCommands(plugins: Host['plugins'], tell: Tell): void {
  const describe = (): void => {
    const groups = plugins
      .list()
      .filter(({ commands }) => commands.length > 0)
      .map(({ id, plugin, commands }) => ({
        title: plugin?.title ?? id,
        commands: commands.map(({ name, type }) => ({ name, type })),
      }));
    // The host's own commands go only when the bot stops; the page is to keep what it shows until the next start.
    if (groups.length > 0) tell(groups);
  };
  plugins.onChange(describe);
  describe();
}
