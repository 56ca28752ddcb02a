import { signal } from '@preact/signals';
import type { APIMessage } from 'discord-api-types/v10';

/** The message that the next one replies to. */
export const replyingTo = signal<APIMessage | undefined>(undefined);

/** Id of the message that is being edited. */
export const editingId = signal<string | undefined>(undefined);
