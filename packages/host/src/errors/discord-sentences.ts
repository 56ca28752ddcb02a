import type { TextKey } from '@twi/sdk';
import { RESTJSONErrorCodes as Codes } from 'discord.js';

type SentenceKey = Extract<TextKey, `core:discord.${string}`>;

/**
 * What to tell a person when Discord refused: the key of a sentence per code that a plugin cannot prevent (Topics › Opcodes and
 * Status Codes › JSON). A code that is not here means that we asked for nonsense, which is a bug.
 */
export const DISCORD_SENTENCES: ReadonlyMap<number, SentenceKey> = new Map<number, SentenceKey>([
  [Codes.UnknownChannel, 'core:discord.deleted-channel'],
  [Codes.UnknownGuild, 'core:discord.no-longer-there'],
  [Codes.UnknownMember, 'core:discord.not-a-member'],
  [Codes.UnknownMessage, 'core:discord.deleted-message'],
  [Codes.UnknownRole, 'core:discord.deleted-role'],
  [Codes.UnknownUser, 'core:discord.not-an-account'],
  [Codes.UnknownEmoji, 'core:discord.deleted-emoji'],
  [Codes.UnknownWebhook, 'core:discord.deleted-webhook'],
  [Codes.UnknownBan, 'core:discord.not-banned'],
  [Codes.UnknownInteraction, 'core:discord.too-late'],
  [Codes.InteractionHasAlreadyBeenAcknowledged, 'core:discord.already-answered'],
  [Codes.MaximumNumberOfPinsReachedForTheChannel, 'core:discord.most-pins'],
  [Codes.MaximumNumberOfGuildRolesReached, 'core:discord.most-roles'],
  [Codes.MaximumNumberOfWebhooksReached, 'core:discord.most-webhooks'],
  [Codes.MaximumNumberOfReactionsReached, 'core:discord.most-reactions'],
  [Codes.MaximumNumberOfGuildChannelsReached, 'core:discord.most-channels'],
  [Codes.RequestEntityTooLarge, 'core:discord.file-too-large'],
  [Codes.FileUploadedExceedsMaximumSize, 'core:discord.file-too-large'],
  [Codes.TargetUserIsNotConnectedToVoice, 'core:discord.not-in-voice'],
  [Codes.MissingAccess, 'core:discord.hidden-channel'],
  [Codes.CannotExecuteActionOnDMChannel, 'core:discord.direct-messages'],
  [Codes.CannotEditMessageAuthoredByAnotherUser, 'core:discord.not-my-message'],
  [Codes.CannotSendMessagesToThisUser, 'core:discord.closed-messages'],
  [Codes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds, 'core:discord.closed-messages'],
  [Codes.CannotSendMessagesInNonTextChannel, 'core:discord.no-text-channel'],
  [Codes.MissingPermissions, 'core:discord.missing-permissions'],
  [Codes.CannotExecuteActionOnSystemMessage, 'core:discord.system-message'],
  [Codes.CannotExecuteActionOnThisChannelType, 'core:discord.kind-of-channel'],
  [Codes.OneOfTheMessagesProvidedWasTooOldForBulkDelete, 'core:discord.too-old'],
  [Codes.InvalidActionOnArchivedThread, 'core:discord.archived-thread'],
  [Codes.TwoFactorAuthenticationIsRequired, 'core:discord.two-factor'],
  [Codes.ReactionWasBlocked, 'core:discord.reaction-blocked'],
  [Codes.ThreadLocked, 'core:discord.locked-thread'],
  [Codes.MessageWasBlockedByAutomaticModeration, 'core:discord.blocked-by-automod'],
]);
