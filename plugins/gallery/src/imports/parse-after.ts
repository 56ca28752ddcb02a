import { UserError } from '@twi/sdk';
import { type Snowflake, SnowflakeUtil } from 'discord.js';
import { DateTime } from 'luxon';
import { afterInFuture, badAfter } from './import-errors.ts';

const MESSAGE =
  /^(?:https:\/\/(?:(?:ptb|canary)\.)?discord(?:app)?\.com\/channels\/\d{17,20}\/\d{17,20}\/)?(\d{17,20})$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The post after which an import begins: a day by the clocks of a time zone, or a message by id or link.
 *
 * @throws {UserError} `gallery.bad-after`
 */
export function parseAfter(
  typed: string | null,
  { timeZone, now }: { readonly timeZone: string; readonly now: Date },
): Snowflake | null {
  const text = typed?.trim();
  if (text === undefined) return null;
  const id = MESSAGE.exec(text)?.[1] ?? startOfDay(text, timeZone);
  if (id === undefined) throw new UserError(badAfter(text));
  if (SnowflakeUtil.timestampFrom(id) > now.getTime()) throw new UserError(afterInFuture(text));
  return id;
}

/** The id that the last message before a day could have. */
function startOfDay(text: string, zone: string): Snowflake | undefined {
  if (!DAY.test(text)) return undefined;
  const start = DateTime.fromISO(text, { zone });
  if (!start.isValid) return undefined;
  const sinceDiscord = BigInt(start.toMillis()) - SnowflakeUtil.epoch;
  return sinceDiscord <= 0n ? '0' : String((sinceDiscord << 22n) - 1n);
}
