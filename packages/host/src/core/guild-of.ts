import { UserError } from '@twi/sdk';
import type { Guild } from 'discord.js';
import { onlyInGuilds } from './errors.ts';

/**
 * The guild that an interaction comes from.
 *
 * @throws {UserError} `core.only-in-guilds`, also where the bot was added as an app without being a member.
 */
export function guildOf({ guild }: { readonly guild: Guild | null }): Guild {
  if (!guild) throw new UserError(onlyInGuilds());
  return guild;
}
