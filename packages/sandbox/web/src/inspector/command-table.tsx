import { ApplicationCommandType } from 'discord-api-types/v10';
import type { RegisteredCommand } from '../../../src/inspector/command-list.ts';
import type { CommandGroup } from '../../../src/state/command-group.ts';
import { groupCommands } from '../state/group-commands.ts';

const KINDS: Readonly<Record<number, string>> = {
  [ApplicationCommandType.User]: 'on users',
  [ApplicationCommandType.Message]: 'on messages',
};

/** What the bot registered: by plugin where it told of them, else by scope. */
export function CommandTable({
  commands,
  groups,
}: {
  readonly commands: readonly RegisteredCommand[];
  readonly groups: readonly CommandGroup[];
}) {
  const told = groupCommands(commands, groups);
  const scopes = [...new Set(told.rest.map(({ scope }) => scope))];
  return (
    <details class="registered">
      <summary>Registered commands ({commands.length})</summary>
      {told.groups.map((group) => (
        <section key={`plugin ${group.title}`} aria-label={group.title}>
          <h3>
            {group.title} ({group.commands.length})
          </h3>
          <ul>
            {group.commands.map((command) => (
              <CommandLine key={command.id} command={command} scope={command.scope} />
            ))}
          </ul>
        </section>
      ))}
      {scopes.map((scope) => (
        <section key={`scope ${scope}`} aria-label={scope}>
          <h3>{scope}</h3>
          <ul>
            {told.rest
              .filter((command) => command.scope === scope)
              .map((command) => (
                <CommandLine key={command.id} command={command} />
              ))}
          </ul>
        </section>
      ))}
    </details>
  );
}

function CommandLine({
  command: { name, type, description },
  scope,
}: {
  readonly command: RegisteredCommand;
  readonly scope?: string;
}) {
  return (
    <li>
      <b>{!(type in KINDS) ? `/${name}` : name}</b> <span>{KINDS[type] ?? description}</span>
      {scope !== undefined && <small> {scope}</small>}
    </li>
  );
}
