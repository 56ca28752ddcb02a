import type { APIMessage } from 'discord-api-types/v10';
import { isAfter } from '../state/is-after.ts';
import { dayOf } from './when-of.ts';

/** Messages of one author follow each other without their name for so long. */
const GROUP_MS = 7 * 60_000;

/** What stands between a message and the one before it. */
export interface Between {
  /** The day that begins with the message. */
  readonly day: string | undefined;
  /** Whether the messages that the person has not seen begin here. */
  readonly isNew: boolean;
  /** Whether the message goes on where the one before it ended, without its author's name. */
  readonly isContinued: boolean;
}

/**
 * Finds what stands between two messages.
 *
 * @param readBefore id of the last message that the person has seen; undefined where they have seen all
 */
export function placeBetween(
  previous: APIMessage | undefined,
  message: APIMessage,
  { readBefore, me }: { readonly readBefore: string | undefined; readonly me: string },
): Between {
  const day = dayOf(message.timestamp);
  const isOtherDay = previous === undefined || dayOf(previous.timestamp) !== day;
  const isFresh = (id: string) => isAfter(id, readBefore);
  const isNew =
    isFresh(message.id) && message.author.id !== me && (previous === undefined || !isFresh(previous.id));
  return {
    day: isOtherDay ? day : undefined,
    isNew,
    isContinued: !isOtherDay && !isNew && continues(previous, message),
  };
}

function continues(previous: APIMessage | undefined, message: APIMessage): boolean {
  if (previous?.author.id !== message.author.id || previous.type !== message.type) return false;
  if (message.message_reference || message.interaction_metadata || previous.interaction_metadata)
    return false;
  return Date.parse(message.timestamp) - Date.parse(previous.timestamp) < GROUP_MS;
}
