import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ChannelTrack } from '../src/counting/channel-track.ts';

const SETTLED_MS = 30_000;

test('takes each message once, in whichever order they come and however often', () => {
  const order = fc.shuffledSubarray(
    Array.from({ length: 60 }, (_, index) => BigInt(index + 101)),
    { minLength: 1 },
  );

  fc.assert(
    fc.property(order, fc.nat(5), (ids, again) => {
      const track = new ChannelTrack(100n);
      const taken = [...ids, ...ids.slice(0, again)].filter((id) => track.take(String(id), 0));

      expect(taken).toEqual(ids);
      const { countedTo, countedAfter } = track.position(0);
      expect(countedTo).toBe(100n);
      expect(new Set(countedAfter)).toEqual(new Set(ids));
      expect(countedAfter).toHaveLength(ids.length);
    }),
  );
});

test('leaves what came before it to its gap, which it tells once', () => {
  const track = new ChannelTrack(100n);

  expect(track.take('100', 0)).toBe(false);
  expect(track.take('99', 0)).toBe(false);
  expect(track.takeGap()).toBe(100n);
  expect(track.takeGap()).toBeUndefined();
});

test('a channel that began with it has no gap', () => {
  expect(new ChannelTrack(0n).takeGap()).toBeUndefined();
});

test('its position moves on when nothing can come between any more', () => {
  const track = new ChannelTrack(100n);
  track.take('105', 0);
  track.take('103', 10_000);

  expect(track.position(SETTLED_MS - 1)).toEqual({ countedTo: 100n, countedAfter: [105n, 103n] });
  expect(track.position(SETTLED_MS)).toEqual({ countedTo: 105n, countedAfter: [] });
  expect(track.take('103', SETTLED_MS), 'the same again').toBe(false);
  expect(track.take('104', SETTLED_MS), 'one that is very late').toBe(true);
});

test('skips to a message that it has not seen, and to none that it has', () => {
  const track = new ChannelTrack(100n);
  track.takeGap();
  track.take('105', 0);

  expect(track.skipTo(105n)).toBe(false);
  expect(track.skipTo(110n)).toBe(true);
  expect(track.takeGap()).toBe(110n);
  expect(track.take('107', 0), 'one of the gap').toBe(false);
  expect(track.take('111', 0)).toBe(true);
});

test('what is abandoned becomes a gap', () => {
  const track = new ChannelTrack(100n);
  track.takeGap();
  track.take('105', 0);

  track.abandon();

  expect(track.takeGap()).toBe(105n);
  expect(track.position(0)).toEqual({ countedTo: 105n, countedAfter: [] });
});

test('remembers so many messages and no more', () => {
  const track = new ChannelTrack(0n);
  for (let id = 1n; id <= 1_000n; id += 1n) track.take(String(id), 0);

  expect(track.position(0).countedAfter).toHaveLength(200);
  expect(track.position(0).countedTo).toBe(800n);
});
