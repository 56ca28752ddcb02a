import { permissionName } from '@twi/sdk';
import { channelMention, type GuildBasedChannel, roleMention } from 'discord.js';
import type { PermissionStep } from '../../permissions/resolve-permission.ts';
import type { AccessStep } from './access-step.ts';

const VERDICTS = { allow: 'yes', deny: 'no', pass: 'neutral' } as const;

interface Asked {
  readonly node: string;
  readonly channel: GuildBasedChannel | null;
}

/** The steps of a decision on a node in words. */
export function permissionSteps(steps: readonly PermissionStep[], asked: Asked): AccessStep[] {
  return steps.map((step) => ({ verdict: VERDICTS[step.effect], text: words(step, asked) }));
}

function words({ rule, effect, detail }: PermissionStep, { node, channel }: Asked): string {
  if (rule === 'bot-owner')
    return effect === 'allow' ? 'They own this bot, so they may do everything.' : 'They do not own this bot.';
  if (rule === 'guild-owner')
    return effect === 'allow'
      ? 'They own this server, so they may do everything.'
      : 'They do not own this server.';
  if (rule === 'user-override')
    return effect === 'pass'
      ? `Nobody granted or denied \`${node}\` to them personally.`
      : `\`${node}\` was ${effect === 'allow' ? 'granted' : 'denied'} to them personally.`;
  if (rule === 'role-override')
    return effect === 'pass'
      ? `Nobody granted or denied \`${node}\` to one of their roles.`
      : `\`${node}\` was ${effect === 'allow' ? 'granted' : 'denied'} to ${roleMention(detail ?? '')}, the highest of their roles for which that is set.`;
  if (rule === 'unknown-node') return unknownNodeWords(node, effect);
  if (detail === undefined) return `By default everybody holds \`${node}\`.`;
  const where = channel ? ` in ${channelMention(channel.id)}` : '';
  return `By default \`${node}\` belongs to members with **${permissionName(detail)}**, which they ${effect === 'allow' ? 'have' : 'do not have'}${where}.`;
}

function unknownNodeWords(node: string, effect: PermissionStep['effect']): string {
  return effect === 'deny'
    ? `No plugin that is running knows \`${node}\`, so only owners hold it.`
    : `It asks for \`${node}\`.`;
}
