import { UserError } from '@twi/sdk';
import type { ButtonInteraction } from 'discord.js';
import { notYourPages } from '../errors.ts';

/**
 * Pages show what whoever asked may see, so nobody else turns them. Discord itself keeps who asked.
 *
 * @throws {UserError} `gallery.not-your-pages`
 */
export function assertOwnPages({ message, user }: ButtonInteraction): void {
  const asker = message.interactionMetadata?.user.id;
  if (asker !== undefined && asker !== user.id) throw new UserError(notYourPages());
}
