import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';

/** What to do with a delivery that did not get through. */
export type DeliveryProblem =
  /** The channel is gone. */
  | 'channel-gone'
  /** The bot may not post there. */
  | 'no-permission'
  /** Discord does not take this post, and will not tomorrow. */
  | 'refused'
  /** Discord is in trouble; it may have the post. */
  | 'uncertain';

const GONE: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
]);
const FORBIDDEN: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.ThreadLocked,
  // Thread is archived.
  50_083,
]);
const FORBIDDEN_STATUS = 403;
const FIRST_SERVER_ERROR = 500;

export function problemOf(error: unknown): DeliveryProblem {
  if (!(error instanceof DiscordAPIError)) return 'uncertain';
  if (error.status >= FIRST_SERVER_ERROR) return 'uncertain';
  if (GONE.has(error.code)) return 'channel-gone';
  if (FORBIDDEN.has(error.code) || error.status === FORBIDDEN_STATUS) return 'no-permission';
  return 'refused';
}
