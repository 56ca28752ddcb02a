import { Locale } from 'discord-api-types/v10';
import { z } from 'zod';

const place = {
  as: z.string().describe('Name or id of the person who acts.'),
  channel: z.string().optional(),
  guild: z.string().optional(),
};
const inGuild = { as: z.string(), guild: z.string().describe('Id of the guild.') };
const message = { ...place, messageId: z.string() };
const MAXIMUM_NAME_LENGTH = 100;

/** Edits a message. */
export const editRequest = z.strictObject({ ...message, content: z.string() });

/** Names a message. */
export const messageRequest = z.strictObject(message);

/** Names a reaction to a message. */
export const reactionRequest = z.strictObject({ ...message, emoji: z.string() });

/** Votes in a poll; no answers take the votes back. */
export const voteRequest = z.strictObject({
  ...message,
  answerIds: z.array(z.int()).describe('Numbers of the answers, in place of earlier votes.'),
});

/** Tells that somebody is writing. */
export const typingRequest = z.strictObject(place);

/** Starts a thread or a post. */
export const threadRequest = z.strictObject({
  ...place,
  name: z.string().trim().min(1).max(MAXIMUM_NAME_LENGTH),
  messageId: z.string().optional(),
  content: z.string().optional(),
});

/** Enters a voice channel. */
export const voiceRequest = z.strictObject({
  as: z.string(),
  channel: z.string().describe('Id of the channel.'),
});

/** Joins or leaves a guild. */
export const membershipRequest = z.strictObject(inGuild);

const measure = { ...inGuild, userId: z.string(), reason: z.string().optional() };

/** What a moderator does by hand. */
export const moderationRequest = z.discriminatedUnion('type', [
  z.strictObject({ ...measure, type: z.enum(['ban', 'unban', 'kick']) }),
  z.strictObject({ ...measure, type: z.literal('timeout'), durationMs: z.int().positive().nullable() }),
  z.strictObject({ ...measure, type: z.enum(['add-role', 'remove-role']), roleId: z.string() }),
]);

/** Makes an account, with Discord's rules for names. */
export const personRequest = z.strictObject({
  username: z.string().regex(/^[a-z0-9_.]{2,32}$/, '2-32 of a-z, 0-9, _ and . are accepted'),
  guild: z.string().optional().describe('Id of a guild that they join.'),
});

/** Sets the language of a person's client. */
export const languageRequest = z.strictObject({ as: z.string(), locale: z.enum(Locale) });

/** Names a person. */
export const whoRequest = z.strictObject({ as: z.string() });
