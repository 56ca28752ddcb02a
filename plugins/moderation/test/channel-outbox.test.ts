import type { APIEmbed } from 'discord.js';
import { expect, test, vi } from 'vitest';
import { ChannelOutbox } from '../src/logs/channel-outbox.ts';

const embed = (description: string): APIEmbed => ({ description });

test('posts what waits when it is closed', async () => {
  const sent: APIEmbed[] = [];
  const outbox = new ChannelOutbox(
    async (embeds) => void sent.push(...embeds),
    () => {},
  );
  for (let index = 0; index < 30; index += 1) outbox.add(embed(`${index}`));

  await outbox.close();

  expect(sent).toHaveLength(30);
});

test('says what was lost when Discord does not answer to the last', async () => {
  const lost: [unknown, number][] = [];
  const failure = new Error('No answer');
  const outbox = new ChannelOutbox(
    () => Promise.reject(failure),
    (error, count) => void lost.push([error, count]),
  );
  outbox.add(embed('a'));
  outbox.add(embed('b'));

  await outbox.close();

  expect(lost).toEqual([[failure, 2]]);
});

test('counts what is too much to keep', async () => {
  const sent: APIEmbed[] = [];
  const outbox = new ChannelOutbox(
    async (embeds) => void sent.push(...embeds),
    () => {},
  );
  for (let index = 0; index < 1_003; index += 1) outbox.add(embed('x'));

  await outbox.close();

  expect(sent).toHaveLength(1_001);
  expect(sent.at(-1)).toEqual({ description: '3 more were too many to log.' });
});

test('goes on when something comes after all was posted', async () => {
  const sent: APIEmbed[] = [];
  const outbox = new ChannelOutbox(
    async (embeds) => void sent.push(...embeds),
    () => {},
  );
  outbox.add(embed('first'));
  await vi.waitFor(() => expect(sent).toHaveLength(1), { timeout: 5_000 });
  outbox.add(embed('second'));

  await vi.waitFor(() => expect(sent).toHaveLength(2), { timeout: 5_000 });
});
