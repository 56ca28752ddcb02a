import { type DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';

const SENTENCES: Readonly<Record<number, string>> = {
  [RESTJSONErrorCodes.MissingPermissions]:
    'Discord says that I lack the permission, or that my role is too low.',
  [RESTJSONErrorCodes.MissingAccess]: 'Discord says that I have no access to this server.',
  [RESTJSONErrorCodes.UnknownGuild]: 'Discord says that I am not in this server.',
  [RESTJSONErrorCodes.UnknownMember]: 'they left the server.',
  [RESTJSONErrorCodes.UnknownUser]: 'Discord knows nobody with this id.',
  [RESTJSONErrorCodes.UnknownBan]: 'they are not banned.',
  [RESTJSONErrorCodes.MaximumNumberOfNonGuildMemberBansHasBeenExceeded]:
    'Discord allows no more bans of people outside the server for now.',
};

/** Why Discord said no, as the end of a sentence about the attempt. */
export function refusalSentence(error: DiscordAPIError): string {
  return SENTENCES[Number(error.code)] ?? `Discord says "${error.message}".`;
}
