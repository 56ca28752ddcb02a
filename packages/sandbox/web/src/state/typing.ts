import { signal } from '@preact/signals';
import { control } from '../api/control.ts';
import { channelId, me } from './place.ts';

/** Discord's clients say again after so long that somebody is still writing. */
const AGAIN_MS = 8_000;

/** Ids of those who are writing in the open channel, the person left out. */
export const typing = signal<readonly string[]>([]);

let told = { where: '', at: 0 };

/** Tells that the person is writing here, now and then. */
export async function tellTyping(): Promise<void> {
  const where = `${me.value}/${channelId.value}`;
  if (told.where === where && Date.now() - told.at < AGAIN_MS) return;
  told = { where, at: Date.now() };
  await control('POST', 'typing', { as: me.value, channel: channelId.value });
}

/** Forgets that it was told, as a message ends the writing. */
export function stopTyping(): void {
  told = { where: '', at: 0 };
}
