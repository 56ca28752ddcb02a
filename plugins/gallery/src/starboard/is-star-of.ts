import type { MessageReaction, PartialMessageReaction } from 'discord.js';
import type { GallerySettings } from '../settings.ts';
import { isStar } from './star-emoji.ts';

/** Tells whether a reaction is a star that may bring a message onto a board. */
export function isStarOf(
  { emoji, message }: MessageReaction | PartialMessageReaction,
  { starboardChannel, starboardNsfwChannel, starboardEmoji }: GallerySettings,
): boolean {
  const boards = [starboardChannel, starboardNsfwChannel].filter((id) => id !== null);
  return boards.length > 0 && !boards.includes(message.channelId) && isStar(emoji, starboardEmoji);
}
