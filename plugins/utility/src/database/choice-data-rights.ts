import type { DataRights } from '@twi/database';

/** What is kept of roles to choose, of pins and of the commands of a server. */
export const choiceDataRights: DataRights = {
  custom_commands: { guild: 'guildId', person: 'changedBy', mentions: ['text'], erase: 'anonymise' },
  custom_command_uses: {
    guild: 'guildId',
    erase: { keep: 'It names nobody.' },
    // The longest pause is a day; threads come and go.
    retention: { column: 'usedAt', days: 2 },
  },
  pin_channels: { guild: 'guildId', erase: { keep: 'It names nobody.' } },
  pins: {
    guild: 'guildId',
    person: 'pinnedBy',
    erase: 'anonymise',
    retention: { column: 'pinnedAt', days: 365 },
  },
  role_panels: { guild: 'guildId', person: 'postedBy', erase: 'anonymise' },
  self_roles: { guild: 'guildId', person: 'changedBy', mentions: ['description'], erase: 'anonymise' },
};
