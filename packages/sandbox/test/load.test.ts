import { expect, test } from 'vitest';
import { startSandbox } from '../src/index.ts';
import { logIn } from './test-bot.ts';

const GUILDS = 1_000;
const MESSAGES_PER_CHANNEL = 5;

test('messages in a thousand guilds arrive once each, in the order of their channel', async () => {
  await using sandbox = await startSandbox({ scene: 'empty' });
  const writer = sandbox.createUser({ username: 'writer' });
  const members = Array.from({ length: GUILDS }, (_, index) => {
    const guild = sandbox.createGuild({ name: `Guild ${index}` });
    guild.addMember(writer.id);
    return sandbox.as(writer.id, { channelId: guild.addChannel({ name: 'general' }).id });
  });
  const client = await logIn(sandbox);
  const received = new Map<string, string[]>(members.map(({ channelId }) => [channelId, []]));
  client.on('messageCreate', ({ channelId, content }) => received.get(channelId)?.push(content));
  const contents = Array.from({ length: MESSAGES_PER_CHANNEL }, (_, index) => `${index}`);

  for (const content of contents) for (const member of members) await member.send(content);
  const last = members.at(-1)?.channelId ?? '';
  await expect.poll(() => received.get(last), { timeout: 20_000 }).toEqual(contents);
  await client.destroy();

  const wrong = [...received.values()].filter((each) => each.join() !== contents.join());
  expect(wrong).toEqual([]);
  expect(sandbox.dispatched.get('MESSAGE_CREATE')).toBe(GUILDS * MESSAGES_PER_CHANNEL);
});
