import { signal } from '@preact/signals';
import { channel, me } from './place.ts';

/** Who has said in which channels that they are of age, by `person/channel`; asked again in another tab. */
const confirmed = signal<ReadonlySet<string>>(new Set());

/** Tells whether the open channel is to be warned of first. */
export function isGated(): boolean {
  return channel.value?.isAgeRestricted === true && !confirmed.value.has(key());
}

/** Takes note that the person is of age. */
export function confirmAge(): void {
  confirmed.value = new Set([...confirmed.value, key()]);
}

function key(): string {
  return `${me.value}/${channel.value?.id}`;
}
