import type { APIMessage } from 'discord-api-types/v10';
import { control } from '../api/control.ts';
import { openDirect, playAs } from './navigation.ts';
import { DIRECT, channelId, guildId, me } from './place.ts';

/** Who acts, and where. */
function place(): { as: string; channel: string } {
  return { as: me.value, channel: channelId.value };
}

function inGuild(): { as: string; guild: string } {
  return { as: me.value, guild: guildId.value };
}

/** Writes a message. */
export function sendMessage(
  content: string,
  options: { replyTo?: string | undefined; files: readonly File[] },
) {
  const { replyTo, files } = options;
  const message = { ...place(), content, ...(replyTo !== undefined && { replyTo }) };
  if (files.length === 0) return control<APIMessage>('POST', 'messages', message);
  const form = new FormData();
  form.set('payload_json', JSON.stringify(message));
  for (const [index, file] of files.entries()) form.set(`files[${index}]`, file, file.name);
  return control<APIMessage>('POST', 'messages', form);
}

/** Edits a message of the person's own. */
export function editMessage(messageId: string, content: string) {
  return control('PATCH', 'messages', { ...place(), messageId, content });
}

/** Deletes a message. */
export function deleteMessage(messageId: string) {
  return control('DELETE', 'messages', { ...place(), messageId });
}

/** Adds the person's reaction, or takes it back. */
export function setReaction(messageId: string, emoji: string, isOn: boolean) {
  return control(isOn ? 'POST' : 'DELETE', 'reactions', { ...place(), messageId, emoji });
}

/** Votes in a poll, in place of earlier votes; without answers the person takes them back. */
export function vote(messageId: string, answerIds: readonly number[]) {
  return control('POST', 'votes', { ...place(), messageId, answerIds });
}

/** Ends a poll of the person's own. */
export function endPoll(messageId: string) {
  return control('DELETE', 'polls', { ...place(), messageId });
}

/** Starts a thread, or a post where the channel is a forum. */
export function startThread(options: { name: string; content?: string; messageId?: string }) {
  return control<{ id: string }>('POST', 'threads', { ...place(), ...options });
}

/** Joins the open guild. */
export function joinGuild() {
  return control('POST', 'membership', inGuild());
}

/** Leaves the open guild. */
export function leaveGuild() {
  return control('DELETE', 'membership', inGuild());
}

/** Enters a voice channel, or leaves it. */
export function setVoice(channel: string, isIn: boolean) {
  return control(isIn ? 'POST' : 'DELETE', 'voice', { as: me.value, channel });
}

/** What a moderator does to a member by hand. */
export type Measure =
  | { readonly type: 'ban' | 'kick' | 'unban' }
  | { readonly type: 'timeout'; readonly durationMs: number | null }
  | { readonly type: 'add-role' | 'remove-role'; readonly roleId: string };

/** Moderates a member of the open guild. */
export function moderate(userId: string, measure: Measure, reason?: string) {
  const said = reason === undefined ? {} : { reason };
  return control('POST', 'moderation', { ...inGuild(), userId, ...measure, ...said });
}

/** Lifts a ban. */
export function unban(userId: string) {
  return moderate(userId, { type: 'unban' });
}

/** Makes an account, which joins the open guild, and plays it. */
export async function addPerson(username: string): Promise<void> {
  const guild = guildId.value === DIRECT ? {} : { guild: guildId.value };
  const { id } = await control<{ id: string }>('POST', 'people', { username, ...guild });
  playAs(id);
}

/** Opens the direct conversation with the bot. */
export async function openDirectConversation(): Promise<void> {
  const { id } = await control<{ id: string }>('POST', 'direct', { as: me.value });
  openDirect(id);
}
