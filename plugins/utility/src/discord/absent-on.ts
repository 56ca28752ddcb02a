import { DiscordAPIError, type RESTJSONErrorCodes } from 'discord.js';

/** What was asked for, or `undefined` where Discord refuses it with one of the codes. */
export async function absentOn<Value>(
  asked: Promise<Value>,
  ...codes: readonly RESTJSONErrorCodes[]
): Promise<Value | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DiscordAPIError && codes.some((code) => code === error.code)) return undefined;
    throw error;
  }
}
