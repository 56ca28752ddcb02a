import { customId, type PlainReply, reply } from '@twi/sdk';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type MessageActionRowComponentBuilder,
  TimestampStyles,
  time,
  userMention,
} from 'discord.js';
import { SERVICES } from '../services/service.ts';
import type { Quota } from '../services/quotas.ts';
import type { ServiceStatus } from '../services/service-statuses.ts';

/** Which services can be asked, and with whose credentials; with a button that removes the server's own. */
export function statusReply(statuses: readonly ServiceStatus[]): PlainReply {
  const removable = statuses.filter(({ own }) => own);
  const lines = [
    ...statuses.flatMap((status) => [lineOf(status), ...status.quotas.map(quotaLine)]),
    '✅ **AO3**, **wikis** and **feeds** need no credentials',
    '',
    '`/integrations credentials` enters credentials of this server, which come before those of the bot.',
  ];
  return reply.info(lines.join('\n'), {
    title: 'Services',
    components: removable.length > 0 ? [removeRow(removable)] : [],
  });
}

function lineOf({ service, own, hasBotOwn }: ServiceStatus): string {
  const { name, variables } = SERVICES[service];
  if (own) {
    const by = own.enteredBy === undefined ? '' : ` by ${userMention(own.enteredBy)}`;
    return `✅ **${name}**: credentials of this server, entered${by} ${time(own.enteredAt, TimestampStyles.RelativeTime)}`;
  }
  if (hasBotOwn) return `✅ **${name}**: credentials of the bot`;
  const named = variables.map((variable) => `\`${variable}\``).join(' and ');
  return `❌ **${name}**: not set up. The operator of the bot can set ${named}`;
}

/** What is left, and when that was said. */
function quotaLine({ what, remaining, limit, resetsAt, asOf }: Quota): string {
  const of = limit === undefined ? '' : ` of ${limit.toLocaleString('en')}`;
  const left = `${remaining.toLocaleString('en')}${of} ${what} left as of ${time(asOf, TimestampStyles.RelativeTime)}`;
  return `-# ${left}${againText(resetsAt)}`;
}

function againText(resetsAt: Date | undefined): string {
  if (!resetsAt) return '';
  const isOver = resetsAt.getTime() <= Date.now();
  return `, all again ${isOver ? 'by now' : time(resetsAt, TimestampStyles.RelativeTime)}`;
}

/** There are fewer services than buttons in a row. */
function removeRow(removable: readonly ServiceStatus[]): ActionRowBuilder<MessageActionRowComponentBuilder> {
  return new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(
    removable.map(({ service }) =>
      new ButtonBuilder()
        .setCustomId(customId('integrations', 'remove-credentials', service))
        .setLabel(`Remove ${SERVICES[service].name}`)
        .setStyle(ButtonStyle.Danger),
    ),
  );
}
