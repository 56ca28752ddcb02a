const DISCORD_EPOCH_MS = 1_420_070_400_000;
/** Bits below the time in a snowflake (https://docs.discord.com/developers/reference#snowflakes). */
const TIME_SHIFT = 22n;

/** The smallest id that a message of a moment can have. */
export function messageIdAt(moment: Date): bigint {
  return BigInt(Math.max(0, moment.getTime() - DISCORD_EPOCH_MS)) << TIME_SHIFT;
}
