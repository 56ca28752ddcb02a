import type { GuardedUse } from '@twi/host';
import { permissionName } from '@twi/sdk';
import type { PermissionRow, PluginPermissions } from './permission-table.ts';

const INTRODUCTION = `# Permissions

What the bot asks for before it does something. Every command and every button belongs to a permission or is open to everybody. By default
a permission belongs to the members who have the Discord permission beside it; \`/permissions\` grants and denies it to roles and members, and
\`/permissions explain\` tells why somebody may or may not use a command. The owner of a server and the owners of the bot may do everything.

A permission beside which no command stands is asked for where it depends on what is changed: people change what is theirs, and with the
permission what is others'. Commands that ask so may stand below as open to everybody.

\`/undo\` and \`/redo\` are open to everybody and ask for the permission of the action that they reverse.

This page is written by a test: \`WRITE_PERMISSIONS_TABLE=1 npx vitest run apps/bot/test/permissions-page.test.ts\`.`;

const MENUS: Partial<Record<GuardedUse['kind'], string>> = {
  'user-menu': 'menu of a member',
  'message-menu': 'menu of a message',
};
const COMPONENTS = new Set<GuardedUse['kind']>(['button', 'select', 'modal', 'autocomplete']);

/** The page of the documentation about who may use what. */
export function renderPermissions(plugins: readonly PluginPermissions[]): string {
  return `${[INTRODUCTION, ...plugins.map(section)].join('\n\n')}\n`;
}

function section({ title, rows, open }: PluginPermissions): string {
  const owners = open.filter((use) => !isComponent(use) && use.isForBotOwners);
  const everybody = open.filter((use) => !isComponent(use) && !use.isForBotOwners);
  const parts = [
    `## ${title}`,
    rows.length > 0 && table(rows),
    everybody.length > 0 && `Open to everybody: ${names(everybody)}.`,
    owners.length > 0 && `For the owners of the bot: ${names(owners)}.`,
  ];
  return parts.filter((part) => typeof part === 'string').join('\n\n');
}

function table(rows: readonly PermissionRow[]): string {
  const lines = rows.map(({ node, description, holder, uses }) => [
    `\`${node}\``,
    description,
    holder === undefined ? 'everybody' : permissionName(holder),
    names(uses.filter((use) => !isComponent(use))),
    names(uses.filter(isComponent)),
  ]);
  return markdown([
    ['Permission', 'Allows to', 'By default', 'Commands', 'Buttons, menus and forms'],
    ...lines,
  ]);
}

/** A table with its columns in line, as the formatter of the repository wants it. */
function markdown(rows: readonly (readonly string[])[]): string {
  const filled = rows.map((cells) => cells.map((cell) => cell || '–'));
  const widths = (filled[0] ?? []).map((_, column) =>
    Math.max(...filled.map((cells) => cells[column]?.length ?? 0)),
  );
  const rule = widths.map((width) => '-'.repeat(width));
  const [head = [], ...lines] = filled;
  return [head, rule, ...lines].map((cells) => row(cells, widths)).join('\n');
}

function row(cells: readonly string[], widths: readonly number[]): string {
  return `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
}

function names(uses: readonly GuardedUse[]): string {
  return uses
    .map(({ kind, name }) =>
      MENUS[kind] ? `\`${name}\` (${MENUS[kind]})` : `\`${kind === 'slash' ? '/' : ''}${name}\``,
    )
    .toSorted()
    .join(', ');
}

const isComponent = ({ kind }: GuardedUse): boolean => COMPONENTS.has(kind);
