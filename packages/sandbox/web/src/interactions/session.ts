import { computed } from '@preact/signals';
import { channelId, me } from '../state/place.ts';
import { InteractionSession } from './interaction-session.ts';

/** What the person who is played does in the open channel; another one for every person and channel. */
export const session = computed(
  () => new InteractionSession({ userId: me.value, channelId: channelId.value }),
);
