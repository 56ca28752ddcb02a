import { setting } from '@twi/sdk';
import { ChannelType } from 'discord.js';

/** A week; what is older is no news. */
const MOST_HOURS = 168;

const logChannel = (title: string, description: string) =>
  setting.channel({ title, description, types: [ChannelType.GuildText] });

/** Where a server logs what happens in it. */
export const logSettings = {
  logModeration: logChannel('Log of moderation', 'Where each case is posted'),
  logAutomod: logChannel('Log of automod', 'Where alerts of automod are posted'),
  logEdits: logChannel('Log of edits', 'Where edited messages are posted'),
  logDeletions: logChannel('Log of deletions', 'Where deleted messages are posted'),
  logMembers: logChannel('Log of joins and leaves', 'Where it is posted who joins and who leaves'),
  logProfiles: logChannel('Log of roles and nicknames', 'Where changed roles and nicknames are posted'),
  logAttachments: logChannel('Log of attachments', 'Where it is posted who attached which files'),
  logLinks: logChannel('Log of links', 'Where links that people wrote are posted'),
  logDirectMessages: logChannel(
    'Log of messages to the bot',
    'Where direct messages of your members to the bot are posted',
  ),
  logIgnoredChannels: setting.channels({
    title: 'Channels that are not logged',
    description: 'Nothing there, or in their threads, is logged; a category counts for all in it',
  }),
  logIgnoredRoles: setting.roles({
    title: 'Roles that are not logged',
    description: 'What their holders do is in no log, except for cases',
  }),
  logIgnoredUsers: setting.users({
    title: 'People who are not logged',
    description: 'What they do is in no log, except for cases',
  }),
  logContentHours: setting.number({
    title: 'Hours that text is remembered',
    description: 'How long edits and deletions are logged with their text; 0 remembers nothing',
    min: 0,
    max: MOST_HOURS,
    default: 24,
  }),
};
