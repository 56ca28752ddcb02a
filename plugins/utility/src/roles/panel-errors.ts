import type { UserError } from '@twi/sdk';
import { channelMention, type Snowflake } from 'discord.js';

type Refusal = UserError.Options;

export function noRolesForPanel(): Refusal {
  return {
    identifier: 'utility.no-roles-for-panel',
    message: 'There is no role to choose yet. Add some with `/role-admin add`.',
  };
}

export function panelNeeds(channelId: Snowflake, permissions: readonly string[]): Refusal {
  return {
    identifier: 'utility.panel-needs-permissions',
    message: `I need **${permissions.join(', ')}** in ${channelMention(channelId)} to post there.`,
  };
}

export function tooManyPanels(most: number): Refusal {
  return {
    identifier: 'utility.too-many-panels',
    message: `This server has ${most} role panels, and no more are kept up to date. Delete the message of one, and try again.`,
  };
}
