import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';

/** Whether Discord said no with one of the given codes (Topics › Opcodes and Status Codes › JSON). */
export function isRefusalWith(error: unknown, ...codes: readonly RESTJSONErrorCodes[]): boolean {
  return error instanceof DiscordAPIError && codes.some((code) => code === error.code);
}

/** Whether Discord says that a message or its channel is not there any more, and not only that the bot may not see it. */
export function isGone(error: unknown): boolean {
  return isRefusalWith(error, RESTJSONErrorCodes.UnknownMessage, RESTJSONErrorCodes.UnknownChannel);
}

/** What was asked of Discord, or `undefined` where it says no with one of the codes. Any other error is thrown. */
export async function absentOn<Value>(
  asked: Promise<Value>,
  ...codes: readonly RESTJSONErrorCodes[]
): Promise<Value | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isRefusalWith(error, ...codes)) return undefined;
    throw error;
  }
}
