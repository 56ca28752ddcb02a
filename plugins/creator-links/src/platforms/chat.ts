import type { Platform } from './platform.ts';

/** Where people chat. */
export const CHAT = {
  discord: {
    name: 'Discord',
    host: 'discord.gg',
    domains: ['discord.com', 'discordapp.com'],
    moved: {
      'discord.com/invite/{id}': 'discord.gg/{id}',
      'discordapp.com/invite/{id}': 'discord.gg/{id}',
      'discord.gg/invite/{id}': 'discord.gg/{id}',
      'discordapp.com/users/{id}': 'discord.com/users/{id}',
    },
  },
  telegram: {
    name: 'Telegram',
    host: 't.me',
    aliases: ['telegram.me', 'telegram.dog'],
    profile: 't.me/{user}',
    also: ['t.me/s/{user}'],
    reserved: ['joinchat', 'addstickers', 'share', 's', 'c'],
    user: String.raw`[A-Za-z]\w{3,31}`,
    ignoresCase: true,
  },
} as const satisfies Record<string, Platform>;
