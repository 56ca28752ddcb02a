/** The first moment of 2015 in Unix milliseconds, where Discord's ids begin. */
const DISCORD_EPOCH_MS = 1_420_070_400_000;
const TIMESTAMP_SHIFT = 22n;
const INCREMENTS_PER_MS = 1n << TIMESTAMP_SHIFT;

/** Makes ids as Discord does: time in the upper bits, so that ids of one world are unique and sort by age. */
export class Snowflakes {
  #last = 0n;

  /** Makes the next id of now. */
  next(): string {
    const floor = firstIdOf(Date.now());
    this.#last = floor > this.#last ? floor : this.#last + 1n;
    return this.#last.toString();
  }
}

/** Makes an id for something that happened at `timestampMs`; `serial` keeps ids of the same moment apart. */
export function snowflakeAt(timestampMs: number, serial = 0): string {
  return (firstIdOf(timestampMs) + (BigInt(serial) % INCREMENTS_PER_MS)).toString();
}

/** Returns the Unix time in milliseconds at which an id was made. */
export function timestampOf(id: string): number {
  return Number(BigInt(id) >> TIMESTAMP_SHIFT) + DISCORD_EPOCH_MS;
}

/** Orders ids by age, oldest first. */
export function compareSnowflakes(left: string, right: string): number {
  if (left.length !== right.length) return left.length - right.length;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Tells which of `shardCount` shards a guild belongs to. Source: Discord's documentation, "Sharding formula". */
export function shardOf(guildId: string, shardCount: number): number {
  return shardCount === 1 ? 0 : Number((BigInt(guildId) >> TIMESTAMP_SHIFT) % BigInt(shardCount));
}

function firstIdOf(timestampMs: number): bigint {
  return BigInt(Math.floor(timestampMs) - DISCORD_EPOCH_MS) << TIMESTAMP_SHIFT;
}
