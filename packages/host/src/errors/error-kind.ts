import { Identifiers, UserError } from '@sapphire/framework';
import { SubcommandPluginIdentifiers } from '@sapphire/plugin-subcommands';
import { CursorError, databaseTrouble } from '@twi/database';
import { ConfigurationError, UpstreamError } from '@twi/sdk';
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { RequestError } from 'got';
import { DISCORD_SENTENCES } from './discord-sentences.ts';
import { DiscordUnreachableError } from './discord-unreachable-error.ts';
import { SlowDiscordError } from './slow-discord-error.ts';
import { SlowDatabaseError } from './slow-database-error.ts';

/** Whose turn it is: the person's, another service's, Discord's, an operator's, or the author's. */
export type ErrorKind = 'refusal' | 'upstream' | 'discord' | 'configuration' | 'bug';

/** Refusals by class that no person can mend: the author wired something wrongly. */
const AUTHOR_MISTAKES = new Set<string>([
  Identifiers.PreconditionUnavailable,
  Identifiers.PreconditionMissingChatInputHandler,
  Identifiers.PreconditionMissingContextMenuHandler,
  Identifiers.PreconditionMissingMessageHandler,
  Identifiers.ArgsUnavailable,
  SubcommandPluginIdentifiers.SubcommandNotFound,
]);

/** Tells what kind of failure an error is, by its class, code or identifier; by its message only where
 * the driver of the database gives nothing else. */
export function errorKind(error: unknown): ErrorKind {
  if (error instanceof UserError) return AUTHOR_MISTAKES.has(error.identifier) ? 'bug' : 'refusal';
  // Cursors travel in custom ids: what turns this page was posted when the list was another.
  if (error instanceof CursorError) return 'refusal';
  if (error instanceof UpstreamError || error instanceof RequestError) return 'upstream';
  if (error instanceof ConfigurationError) return 'configuration';
  if (error instanceof DiscordAPIError) return DISCORD_SENTENCES.has(Number(error.code)) ? 'discord' : 'bug';
  if (error instanceof HTTPError || error instanceof RateLimitError) return 'discord';
  if (error instanceof DiscordUnreachableError || error instanceof SlowDiscordError) return 'discord';
  if (error instanceof SlowDatabaseError) return 'upstream';
  return databaseTrouble(error) === undefined ? 'bug' : 'upstream';
}
