import { ChannelType, MessageFlags } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import { slots } from '../slots.ts';
import type { MenuItem } from '../slots.ts';
import { deleteMessage, endPoll, startThread } from '../state/acts.ts';
import { openChannel } from '../state/navigation.ts';
import { attempt } from '../state/notices.ts';
import { mayHere } from '../state/permissions.ts';
import { channel, me } from '../state/place.ts';
import { editingId, replyingTo } from './draft.ts';

/** What a person can do with a message, and what the bot's commands add. */
export function messageMenu(message: APIMessage): MenuItem[] {
  const isOwn = message.author.id === me.value;
  const isEphemeral = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const items: MenuItem[] = [];
  if (!isEphemeral && mayHere('SendMessages')) {
    items.push({ label: 'Reply', run: () => (replyingTo.value = message) });
  }
  if (isOwn && !message.poll)
    items.push({ label: 'Edit message', run: () => (editingId.value = message.id) });
  if (mayStartThread(message) && !isEphemeral) {
    items.push({ label: 'Create thread', run: () => attempt(() => openThread(message)) });
  }
  if (isOwn && message.poll?.results?.is_finalized === false) {
    items.push({ label: 'End poll now', run: () => attempt(() => endPoll(message.id)) });
  }
  items.push(
    { label: 'Copy text', run: () => attempt(() => navigator.clipboard.writeText(message.content)) },
    { label: 'Copy message ID', run: () => attempt(() => navigator.clipboard.writeText(message.id)) },
    ...slots.messageMenu.value(message),
  );
  if (isOwn || isEphemeral || (channel.value && mayHere('ManageMessages'))) {
    const label = isEphemeral ? 'Dismiss message' : 'Delete message';
    items.push({ label, isDangerous: true, run: () => attempt(() => deleteMessage(message.id)) });
  }
  return items;
}

function mayStartThread(message: APIMessage): boolean {
  const isPlace =
    channel.value?.type === ChannelType.GuildText || channel.value?.type === ChannelType.GuildAnnouncement;
  return isPlace && ((message.flags ?? 0) & MessageFlags.HasThread) === 0 && mayHere('CreatePublicThreads');
}

const MAXIMUM_NAME = 40;

async function openThread(message: APIMessage): Promise<void> {
  const name = message.content.slice(0, MAXIMUM_NAME) || 'New thread';
  const { id } = await startThread({ name, messageId: message.id });
  openChannel(id);
}
