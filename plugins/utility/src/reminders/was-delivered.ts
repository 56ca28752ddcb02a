import { ComponentType, DiscordAPIError, type Message, SnowflakeUtil } from 'discord.js';
import type { Reminder } from '../database/reminder-repository.ts';
import { snoozeButtonId } from '../replies/snooze-buttons.ts';
import type { ReminderPlace } from './reminder-places.ts';

/** Discord's clock and ours differ a little. */
const TOLERANCE_MS = 5_000;
/** Resources › Message › Get Channel Messages. */
const MOST_MESSAGES = 100;

/**
 * Whether an attempt that was cut off got through after all: its message is looked for, by its buttons, among the first ones
 * after the attempt began.
 */
export async function wasDelivered(reminder: Reminder, places: readonly ReminderPlace[]): Promise<boolean> {
  const { attemptedAt } = reminder;
  if (!attemptedAt) return false;
  const after = String(SnowflakeUtil.generate({ timestamp: attemptedAt.getTime() - TOLERANCE_MS }));
  const found = await Promise.all(places.map((place) => messagesAfter(place, after)));
  return found.flat().some((message) => remindsOf(message, reminder.id));
}

async function messagesAfter(place: ReminderPlace, after: string): Promise<Message[]> {
  try {
    const channel = await place.open();
    const messages = await channel.messages.fetch({ after, limit: MOST_MESSAGES, cache: false });
    return [...messages.values()];
  } catch (error) {
    // Who may not look there could not have sent anything there lately.
    if (error instanceof DiscordAPIError) return [];
    throw error;
  }
}

function remindsOf({ author, client, components }: Message, id: string): boolean {
  const rows = components.filter((row) => row.type === ComponentType.ActionRow);
  const buttons = rows.flatMap((row) => row.components);
  return (
    author.id === client.user.id && buttons.some(({ customId }) => customId === snoozeButtonId(id, '10m'))
  );
}
