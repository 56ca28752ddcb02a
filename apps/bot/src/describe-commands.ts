import type { ChildProcess } from 'node:child_process';
import type { Host } from '@twi/host';
import type { CommandGroup } from '@twi/sandbox';

/** Told, in place of what was told before, which plugin registers which commands. */
type Tell = (groups: readonly CommandGroup[]) => void;

/** What the bot sends to the process that runs its sandbox. */
interface Message {
  readonly commandGroups: readonly CommandGroup[];
}

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

/** Tells the supervising process; undefined where none listens. */
export function tellSupervisor(): Tell | undefined {
  if (!process.send) return undefined;
  return (commandGroups) => {
    const message: Message = { commandGroups };
    // A supervisor that is gone disconnects, and that stops the bot.
    if (process.connected) process.send?.(message);
  };
}

/** Passes on what a supervised bot tells. */
export function hearCommands(bot: ChildProcess, tell: Tell): void {
  bot.on('message', (message) => {
    if (isMessage(message)) tell(message.commandGroups);
  });
}

/** The sandbox checks the groups themselves. */
function isMessage(message: unknown): message is Message {
  return typeof message === 'object' && message !== null && 'commandGroups' in message;
}
