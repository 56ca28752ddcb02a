import type { PermissionOverride } from '@twi/database';
import { reply } from '@twi/sdk';
import { time, TimestampStyles } from 'discord.js';
import { componentIds } from '../component-ids.ts';
import { pageFrom } from '../paging.ts';
import { EFFECT_WORDS, subjectMention } from '../permissions/override-refusals.ts';

const PAGE_SIZE = 15;

export interface OverrideListOptions {
  readonly overrides: readonly PermissionOverride[];
  /** Only those for this role or person. */
  readonly targetId?: string | undefined;
  /** The id of the first override of the page. */
  readonly from?: string | undefined;
  /** Whether a plugin that runs declares a node. */
  readonly isKnown: (node: string) => boolean;
}

/** A page of the overrides in force. */
export function overrideListReply({ overrides, targetId, from, isKnown }: OverrideListOptions) {
  const wanted = overrides.filter(
    ({ roleId, userId }) => targetId === undefined || targetId === (roleId ?? userId),
  );
  const { items, previous, next } = pageFrom(wanted, { keyOf: ({ id }) => id, size: PAGE_SIZE, from });
  const pageId = (first: string): string => componentIds.overridesPage(`${first}|${targetId ?? ''}`);
  return reply.list(
    items.map((override) => line(override, isKnown(override.node))),
    {
      title: 'Permissions set in this server',
      footer: 'All else follows the Discord permissions that each command names. See /permissions explain.',
      empty: targetId === undefined ? 'Nothing is granted or denied here.' : 'Nothing is set for them here.',
      ...(previous !== undefined && { previous: pageId(previous) }),
      ...(next !== undefined && { next: pageId(next) }),
    },
  );
}

function line({ node, roleId, userId, effect, changedAt }: PermissionOverride, isKnown: boolean): string {
  const subject = roleId === null ? { userId: userId ?? '' } : { roleId };
  const note = isKnown ? '' : ' · of a plugin that is not running';
  return `\`${node}\` ${EFFECT_WORDS[effect]} ${subjectMention(subject)} ${time(changedAt, TimestampStyles.RelativeTime)}${note}`;
}
