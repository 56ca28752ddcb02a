import { batch, effect, signal } from '@preact/signals';
import type { LiveFrame, PersonView } from '../../../src/web/live-protocol.ts';
import { control } from '../api/control.ts';
import { openLive } from '../api/live.ts';
import { activity, applyCommands, applyMessages, limit } from './conversation.ts';
import { startReading } from './unread.ts';
import { greet, outdated } from './version.ts';
import { settle } from './navigation.ts';
import { channelId, guildId, me, view } from './place.ts';
import { report } from './notices.ts';
import { typing } from './typing.ts';

/** Whether the sandbox is reached. */
export const isConnected = signal(false);

/** Connects the page's state to the sandbox, and keeps it connected. */
export function connect(): void {
  let isGreeted = false;
  const live = openLive({
    onFrame(frame) {
      if (!isGreeted) greet(frame);
      isGreeted = true;
      if (outdated.value === undefined) apply(frame);
    },
    onState(isOpen) {
      isConnected.value = isOpen;
      isGreeted = false;
      if (isOpen) void chooseSomebody();
    },
  });
  effect(() => {
    if (me.value === '') return;
    const channel = channelId.value === '' ? {} : { channel: channelId.value };
    live.look({ as: me.value, limit: limit.value, ...channel });
  });
}

function apply(frame: LiveFrame): void {
  switch (frame.type) {
    case 'view':
      if (frame.view.me === me.value) batch(() => show(frame.view));
      return;
    case 'messages':
      if (frame.channelId === channelId.value) applyMessages(frame);
      return;
    case 'commands':
      if (frame.channelId === channelId.value) applyCommands(frame);
      return;
    case 'typing':
      if (frame.channelId === channelId.value) typing.value = frame.userIds;
      return;
    case 'hello':
      return;
    case 'activity':
      activity.value++;
      return;
    case 'refused':
      // The sandbox was started anew and knows nobody of before.
      me.value = '';
      void chooseSomebody();
      return;
  }
}

function show(next: PersonView): void {
  view.value = next;
  startReading(next);
  settle(next);
}

/** Plays the owner of the first guild until somebody else is chosen. */
async function chooseSomebody(): Promise<void> {
  if (me.value !== '') return;
  try {
    const { guilds } = await control<{ guilds: { id: string; ownerId: string }[] }>('GET', 'state');
    const [first] = guilds;
    if (!first) return;
    batch(() => {
      guildId.value = first.id;
      me.value = first.ownerId;
    });
  } catch (error) {
    report(error);
  }
}
