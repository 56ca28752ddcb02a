import { setting } from '@twi/sdk';

/** Whom automod leaves alone, besides the exemptions of each rule. */
export const automodSettings = {
  automodExemptBots: setting.boolean({
    title: 'Automod spares bots',
    description: 'Whether automod leaves messages of other bots and of webhooks alone',
    default: true,
  }),
  automodExemptModerators: setting.boolean({
    title: 'Automod spares moderators',
    description: 'Whether automod leaves who may change its rules alone',
    default: true,
  }),
  automodExemptRoles: setting.roles({
    title: 'Roles that automod spares',
    description: 'Whose holders no rule of automod looks at',
  }),
};
