import type { GuildBasedChannel } from 'discord.js';
import { expect, test } from 'vitest';
import { isAgeRestricted } from '../src/index.ts';

/** The rule reads these alone, so a channel is no more than that here. */
function channel(more: {
  readonly nsfw?: boolean;
  readonly parent?: GuildBasedChannel | null;
}): GuildBasedChannel {
  return { isThread: () => 'parent' in more, ...more } as unknown as GuildBasedChannel;
}

const adults = channel({ nsfw: true });
const open = channel({ nsfw: false });

test.each([
  ['an age-restricted channel', true, adults],
  ['a thread in an age-restricted channel', true, channel({ parent: adults })],
  ['an open channel', false, open],
  ['a thread in an open channel', false, channel({ parent: open })],
  ['a thread whose channel is not known', false, channel({ parent: null })],
  ['a channel that cannot be', false, channel({})],
  ['a channel that is not known', false, null],
])('%s: %s', (_, expected, place) => {
  expect(isAgeRestricted(place)).toBe(expected);
});
