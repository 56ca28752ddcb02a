import { RESTJSONErrorCodes as Codes } from 'discord.js';

const DELETED_CHANNEL = 'That channel does not exist any more, or I cannot see it.';
const CLOSED_MESSAGES = 'I cannot send that person a direct message: they do not accept them.';

/**
 * What to tell a person when Discord refused: a sentence per code that a plugin cannot prevent (Topics › Opcodes and
 * Status Codes › JSON). A code that is not here means that we asked for nonsense, which is a bug.
 */
export const DISCORD_SENTENCES: ReadonlyMap<number, string> = new Map<number, string>([
  [Codes.UnknownChannel, DELETED_CHANNEL],
  [Codes.UnknownGuild, 'I am not in that server any more.'],
  [Codes.UnknownMember, 'That person is not in this server.'],
  [Codes.UnknownMessage, 'That message was deleted.'],
  [Codes.UnknownRole, 'That role was deleted.'],
  [Codes.UnknownUser, 'No account has that id.'],
  [Codes.UnknownEmoji, 'That emoji does not exist any more, or I cannot use it.'],
  [Codes.UnknownWebhook, 'The webhook that I post through was deleted.'],
  [Codes.UnknownBan, 'That person is not banned here.'],
  [Codes.UnknownInteraction, 'That took too long. Please try again.'],
  [Codes.InteractionHasAlreadyBeenAcknowledged, 'That was answered already.'],
  [Codes.MaximumNumberOfPinsReachedForTheChannel, 'That channel has as many pins as Discord allows.'],
  [Codes.MaximumNumberOfGuildRolesReached, 'This server has as many roles as Discord allows.'],
  [Codes.MaximumNumberOfWebhooksReached, 'That channel has as many webhooks as Discord allows.'],
  [Codes.MaximumNumberOfReactionsReached, 'That message has as many different reactions as Discord allows.'],
  [Codes.MaximumNumberOfGuildChannelsReached, 'This server has as many channels as Discord allows.'],
  [Codes.RequestEntityTooLarge, 'That file is larger than this server allows.'],
  [Codes.FileUploadedExceedsMaximumSize, 'That file is larger than this server allows.'],
  [Codes.TargetUserIsNotConnectedToVoice, 'That person is not in a voice channel.'],
  [Codes.MissingAccess, 'I cannot see that channel. Give me View Channel there.'],
  [Codes.CannotExecuteActionOnDMChannel, 'That cannot be done in direct messages.'],
  [Codes.CannotEditMessageAuthoredByAnotherUser, 'I can only edit my own messages.'],
  [Codes.CannotSendMessagesToThisUser, CLOSED_MESSAGES],
  [Codes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds, CLOSED_MESSAGES],
  [Codes.CannotSendMessagesInNonTextChannel, 'Messages cannot be sent in that channel.'],
  [Codes.MissingPermissions, 'I lack a permission for that, or my highest role is not above theirs.'],
  [Codes.CannotExecuteActionOnSystemMessage, 'That cannot be done to a message of Discord’s own.'],
  [Codes.CannotExecuteActionOnThisChannelType, 'That cannot be done in this kind of channel.'],
  [
    Codes.OneOfTheMessagesProvidedWasTooOldForBulkDelete,
    'Discord deletes only messages younger than two weeks in bulk.',
  ],
  [Codes.InvalidActionOnArchivedThread, 'That thread is archived.'],
  [
    Codes.TwoFactorAuthenticationIsRequired,
    'This server asks for two-factor sign-in, which the bot’s owner has not set up.',
  ],
  [Codes.ReactionWasBlocked, 'That person has blocked the bot, so it cannot react.'],
  [Codes.ThreadLocked, 'That thread is locked.'],
  [Codes.MessageWasBlockedByAutomaticModeration, 'This server’s automatic moderation blocked that message.'],
]);
