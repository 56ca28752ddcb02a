import { ApplicationCommandType } from 'discord-api-types/v10';
import type { RegisteredCommand } from '../../../src/inspector/command-list.ts';

const KINDS: Readonly<Record<number, string>> = {
  [ApplicationCommandType.User]: 'on users',
  [ApplicationCommandType.Message]: 'on messages',
};

/** What the bot registered, by scope. */
export function CommandTable({ commands }: { readonly commands: readonly RegisteredCommand[] }) {
  const scopes = [...new Set(commands.map(({ scope }) => scope))];
  return (
    <details class="registered">
      <summary>Registered commands ({commands.length})</summary>
      {scopes.map((scope) => (
        <section key={scope}>
          <h3>{scope}</h3>
          <ul>
            {commands
              .filter((command) => command.scope === scope)
              .map(({ id, name, type, description }) => (
                <li key={id}>
                  <b>{!(type in KINDS) ? `/${name}` : name}</b> <span>{KINDS[type] ?? description}</span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </details>
  );
}
