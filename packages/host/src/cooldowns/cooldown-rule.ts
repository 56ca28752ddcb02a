import { BucketScope } from '@sapphire/framework';
import type { CooldownAllowance, CooldownBucket } from '@twi/database';
import type { Snowflake } from 'discord.js';

/** How a command's options limit its uses: Sapphire's `cooldownLimit`, `cooldownDelay` and their companions. */
export interface CooldownRule {
  /** How many uses fit into the delay. */
  readonly limit: number;
  /** Milliseconds, from the first of the uses on. */
  readonly delay: number;
  readonly scope: BucketScope;
  /** Whom it does not concern. */
  readonly filteredUsers?: readonly Snowflake[] | undefined;
}

/** One use of a command. */
export interface CooldownUse {
  /** With its subcommand where that has a cooldown of its own. */
  readonly command: string;
  readonly userId: Snowflake;
  readonly channelId: Snowflake | null;
  /** `null` in direct messages. */
  readonly guildId: Snowflake | null;
}

/** With which other uses a use is counted. A person's are counted for each guild, so that its staff can end their wait. */
export function bucketOf(
  { command, guildId, channelId, userId }: CooldownUse,
  scope: BucketScope,
): CooldownBucket {
  const none = { command, guildId: null, channelId: null, userId: null };
  if (scope === BucketScope.Global) return none;
  if (scope === BucketScope.User) return { ...none, guildId, userId };
  const isWholeGuild = scope === BucketScope.Guild && guildId !== null;
  return { ...none, guildId, channelId: isWholeGuild ? null : channelId };
}

export function allowanceOf({ limit, delay }: CooldownRule): CooldownAllowance {
  return { limit, delayMs: delay };
}
