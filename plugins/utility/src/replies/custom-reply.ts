import { formatDuration, type PlainReply, reply } from '@twi/sdk';
import { channelMention, inlineCode, roleMention } from 'discord.js';
import type { CustomCommandContent } from '../custom-commands/custom-command.ts';
import type { CommandPrefix } from '../custom-commands/custom-commands.ts';

const VERBS = { add: 'Made', edit: 'Changed', remove: 'Removed' } as const;

export interface CustomReplyView {
  readonly verb: keyof typeof VERBS;
  readonly command: CustomCommandContent;
  readonly prefix: CommandPrefix;
}

/** What became of a command, and what it answers now. */
export function customReply({ verb, command, prefix }: CustomReplyView): PlainReply {
  const call = `${prefix.text}${command.name}`;
  const hints = {
    add: 'Write it in a message to try it.',
    edit: '',
    remove: '`/undo` brings it back.',
  };
  const prefixHint =
    prefix.isMention && verb === 'add'
      ? 'This server has no prefix; `/config set plugin:core key:prefix value:!` makes that shorter.'
      : '';
  const lines = [`${VERBS[verb]} ${inlineCode(call)}.`, hints[verb], prefixHint];
  return reply.success(lines.filter(Boolean).join(' '), {
    fields: verb === 'remove' ? [] : fieldsOf(command),
  });
}

function fieldsOf({ isEmbed, cooldownMs, channelId, roleId }: CustomCommandContent) {
  const values: Record<string, string | null> = {
    'Only in': channelId && channelMention(channelId),
    'Only for': roleId && roleMention(roleId),
    Cooldown: cooldownMs > 0 ? `${formatDuration(cooldownMs)} per channel` : 'none',
    Look: isEmbed ? 'in a box' : null,
  };
  return Object.entries(values).flatMap(([name, value]) => (value ? [{ name, value, inline: true }] : []));
}
