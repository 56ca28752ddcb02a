import type { Sandbox } from '@twi/sandbox';

/** What people call users, roles and channels, by id. */
export type Names = ReadonlyMap<string, string>;

const MENTION = /<(@!?|@&|#)(\d+)>/g;
const TIMESTAMP = /<t:-?\d+(?::[tTdDfFR])?>/g;
const EMOJI = /<a?:(\w+):\d+>/g;

/** The names of everything in a sandbox. */
export function namesIn(sandbox: Sandbox): Names {
  return new Map([
    ...sandbox.users.map(({ id, username }) => [id, username] as const),
    ...sandbox.guilds.flatMap(({ roles, channels }) =>
      [...roles, ...channels].map(({ id, name }) => [id, name] as const),
    ),
  ]);
}

/** A text with names for ids, and no moment in it: the same in every run. */
export function readable(text: string, names: Names): string {
  return text
    .replaceAll(MENTION, (_written, sign: string, id: string) => `${sign.charAt(0)}${names.get(id) ?? id}`)
    .replaceAll(TIMESTAMP, '(time)')
    .replaceAll(EMOJI, ':$1:');
}
