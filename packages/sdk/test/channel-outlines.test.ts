import { ChannelType } from 'discord.js';
import { expect, test } from 'vitest';
import { holdsMessages } from '../src/channel-outlines.ts';

test.each([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
])('messages can be written in channels of type %i', (type) => {
  expect(holdsMessages(type)).toBe(true);
});

test.each([ChannelType.GuildCategory, ChannelType.GuildForum, ChannelType.GuildMedia])(
  'no message is in channels of type %i',
  (type) => {
    expect(holdsMessages(type)).toBe(false);
  },
);
