import { Routes, type Snowflake } from 'discord.js';

/** Where a list of commands is registered: in a guild, or everywhere. */
export type CommandScope = Snowflake;

/** The scope of the commands that are there in every guild; no guild has this id. */
export const GLOBAL_SCOPE: CommandScope = '0';

/** The route that reads and overwrites a scope's commands. */
export function commandsRoute(applicationId: Snowflake, scope: CommandScope): `/${string}` {
  return scope === GLOBAL_SCOPE
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, scope);
}
