import type { PermissionEffect } from '@twi/database';
import { permissionName, type PermissionNode, reply } from '@twi/sdk';
import type { Guild } from 'discord.js';
import { EFFECT_WORDS, subjectMention } from '../permissions/override-refusals.ts';
import type { OverrideSubject } from '../permissions/override-subject.ts';

export interface OverrideReplyOptions {
  readonly guild: Guild;
  readonly node: string;
  readonly subject: OverrideSubject;
  readonly effect: PermissionEffect | null;
  readonly declared: PermissionNode | undefined;
}

/** What was changed, and what else one has to know about it. */
export function overrideReply({ guild, node, subject, effect, declared }: OverrideReplyOptions) {
  const done =
    effect === null
      ? `\`${node}\` is no longer set for ${subjectMention(subject)}; its default holds for them again.`
      : `\`${node}\` is now ${EFFECT_WORDS[effect]} ${subjectMention(subject)}.`;
  const isOwner = 'userId' in subject && subject.userId === guild.ownerId;
  const notes = [
    isOwner && 'They own this server, so they may do everything, whatever is set.',
    effect === 'allow' &&
      declared?.default &&
      `Discord itself hides the commands from members without **${permissionName(declared.default)}**. So that they see them, allow them in Server Settings › Integrations as well.`,
  ].filter((note) => typeof note === 'string');
  return reply.success([done, ...notes].join('\n\n'), { ephemeral: true, footer: '/undo takes it back.' });
}
