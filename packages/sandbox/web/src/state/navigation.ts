import { batch } from '@preact/signals';
import { ChannelType } from 'discord-api-types/v10';
import type { ChannelView, GuildView, PersonView } from '../../../src/web/live-protocol.ts';
import { leaveConversation } from './conversation.ts';
import { closeDrawer } from './drawers.ts';
import { DIRECT, channelId, guildId, me } from './place.ts';

const READABLE: ReadonlySet<number> = new Set([ChannelType.GuildText, ChannelType.GuildAnnouncement]);

/** Plays another person; the guild and the channel stay where they see them. */
export function playAs(userId: string): void {
  if (userId === me.value) return;
  batch(() => {
    leaveConversation();
    me.value = userId;
    if (guildId.value === DIRECT) channelId.value = '';
    closeDrawer();
  });
}

/** Opens a guild at its first channel. */
export function openGuild(guild: GuildView): void {
  batch(() => {
    guildId.value = guild.id;
    moveTo(firstChannel(guild)?.id ?? '');
  });
}

/** Opens a channel or a thread. */
export function openChannel(id: string): void {
  batch(() => {
    moveTo(id);
    closeDrawer();
  });
}

/** Opens the direct conversation with the bot. */
export function openDirect(directChannelId: string): void {
  batch(() => {
    guildId.value = DIRECT;
    moveTo(directChannelId);
    closeDrawer();
  });
}

/** Moves on where the person does not, or no longer, see what was open. */
export function settle(next: PersonView): void {
  if (guildId.value === DIRECT) {
    if (channelId.value === '' && next.directChannelId !== undefined) moveTo(next.directChannelId);
    return;
  }
  const guild = next.guilds.find(({ id }) => id === guildId.value) ?? next.guilds[0];
  if (!guild) return;
  guildId.value = guild.id;
  if (!guild.channels.some(({ id }) => id === channelId.value)) moveTo(firstChannel(guild)?.id ?? '');
}

function moveTo(id: string): void {
  if (id === channelId.value) return;
  leaveConversation();
  channelId.value = id;
}

function firstChannel(guild: GuildView): ChannelView | undefined {
  return guild.channels
    .filter(({ type }) => READABLE.has(type))
    .toSorted((a, b) => a.position - b.position)[0];
}
