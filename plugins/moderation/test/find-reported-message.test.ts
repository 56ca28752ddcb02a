import { expect, test } from 'vitest';
import { parseMessageLink } from '../src/reports/find-reported-message.ts';

const [GUILD, CHANNEL, MESSAGE] = ['100000000000000001', '300000000000000001', '400000000000000001'];

test.each([
  `https://discord.com/channels/${GUILD}/${CHANNEL}/${MESSAGE}`,
  `https://ptb.discord.com/channels/${GUILD}/${CHANNEL}/${MESSAGE}`,
  `https://discordapp.com/channels/${GUILD}/${CHANNEL}/${MESSAGE}/`,
  `  <https://canary.discord.com/channels/${GUILD}/${CHANNEL}/${MESSAGE}> `,
])('reads the link %s', (link) => {
  expect(parseMessageLink(link, GUILD)).toEqual({ channelId: CHANNEL, messageId: MESSAGE });
});

test.each([
  '',
  MESSAGE,
  `https://discord.com/channels/@me/${CHANNEL}/${MESSAGE}`,
  `https://discord.com/channels/100000000000000002/${CHANNEL}/${MESSAGE}`,
  `https://evil.example/channels/${GUILD}/${CHANNEL}/${MESSAGE}`,
])('refuses %s', (link) => {
  expect(() => parseMessageLink(link, GUILD)).toThrow('`message` is no message that you can see');
});
