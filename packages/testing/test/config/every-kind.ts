import { definePlugin, setting, snowflake } from '@twi/sdk';
import { ChannelType } from 'discord.js';
import { z } from 'zod';

const words = (title: string) => ({ title, description: `What ${title.toLowerCase()} is` });

/** A field of every kind. */
const everyKind = z.strictObject({
  text: setting.text({ ...words('Text'), maxLength: 50, default: 'Hello' }),
  note: setting.text({ ...words('Note'), multiline: true }),
  number: setting.number({ ...words('Number'), min: 1, max: 10, default: 3 }),
  share: setting.number({ ...words('Share'), fractions: true }),
  switch: setting.boolean(words('Switch')),
  mode: setting.choice({
    ...words('Mode'),
    options: { delete: 'Delete it', warn: 'Warn the author' },
    default: 'warn',
  }),
  grace: setting.duration({ ...words('Grace'), min: 60_000, default: 600_000 }),
  colour: setting.colour(words('Colour')),
  emoji: setting.emoji(words('Emoji')),
  channel: setting.channel({ ...words('Channel'), types: [ChannelType.GuildText] }),
  channels: setting.channels(words('Channels')),
  role: setting.role(words('Role')),
  roles: setting.roles({ ...words('Roles'), max: 2 }),
  user: setting.user(words('User')),
  users: setting.users(words('Users')),
  domains: setting.list({ ...words('Domains'), of: z.string().max(20), max: 3 }),
  steps: setting.list({ ...words('Steps'), of: z.number().int().min(60_000).meta({ kind: 'duration' }) }),
  points: setting.record({
    ...words('Points'),
    keys: snowflake.meta({ kind: 'role' }),
    of: z.number().int().min(0),
  }),
  shape: z
    .strictObject({ x: z.number() })
    .nullable()
    .default(null)
    .meta({ ...words('Shape') }),
});

export const kindsPlugin = definePlugin({
  id: 'kinds',
  title: 'Kinds',
  description: 'A setting of every kind.',
  settings: everyKind,
});
