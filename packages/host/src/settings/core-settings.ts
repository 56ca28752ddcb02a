import { setting } from '@twi/sdk';
import { ChannelType, Locale } from 'discord.js';
import { z } from 'zod';
import { CORE_PLUGIN_ID } from '../gate/core-plugin.ts';

const MAX_PREFIX = 10;

const languageNames = new Intl.DisplayNames('en-GB', { type: 'language' });
const languages = Object.fromEntries(
  Object.values(Locale).map((locale) => [locale, languageNames.of(locale) ?? locale]),
) as Record<Locale, string>; // -- one entry for each locale

function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en-GB', { timeZone: name });
    return true;
  } catch {
    // What `Intl` does not know is none.
    return false;
  }
}

/** What a server may choose for the bot as a whole. */
export const coreSettings = z.strictObject({
  prefix: z
    .string()
    .max(MAX_PREFIX)
    .regex(/^\S+$/, `must be at most ${MAX_PREFIX} characters without spaces, such as \`!\``)
    .nullable()
    .default(null)
    .meta({
      title: 'Prefix',
      description: 'What commands in messages begin with, besides a mention of the bot',
    }),
  locale: setting.choice({
    title: 'Language',
    description: 'The language of what is posted for everybody; empty for that of the server',
    options: languages,
  }),
  timeZone: z
    .string()
    .refine(isTimeZone, 'must be a time zone such as `Europe/Berlin`')
    .default('UTC')
    .meta({ title: 'Time zone', description: 'When a day begins in reports and statistics' }),
  errorChannel: setting.channel({
    title: 'Error notices',
    description: 'Where the owner of the bot is told of errors; counts in their own server only',
    types: [ChannelType.GuildText],
  }),
});

/** The core plugin as far as its settings go. */
export const coreSettingsOwner = { id: CORE_PLUGIN_ID, settings: coreSettings } as const;
