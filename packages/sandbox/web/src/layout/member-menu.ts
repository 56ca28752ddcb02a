import type { APIGuildMember } from 'discord-api-types/v10';
import { slots } from '../slots.ts';
import type { MenuItem } from '../slots.ts';
import { moderate } from '../state/acts.ts';
import { nameOf } from '../state/names.ts';
import { attempt } from '../state/notices.ts';
import { mayInGuild } from '../state/permissions.ts';
import { playAs } from '../state/navigation.ts';
import { guild, me } from '../state/place.ts';
import { openMeasure, rolesOpenFor } from './open-measure.ts';
import type { OpenMeasure } from './open-measure.ts';

/** What a person can do with a member: play them, moderate them by hand, and what the bot's commands add. */
export function memberMenu(member: APIGuildMember): MenuItem[] {
  const { user } = member;
  const isOther = user.id !== me.value;
  return [
    ...(isOther && !user.bot ? [{ label: `Play ${nameOf(user.id)}`, run: () => playAs(user.id) }] : []),
    { label: 'Copy user ID', run: () => attempt(() => navigator.clipboard.writeText(user.id)) },
    ...(mayInGuild('ManageRoles') ? [{ label: 'Roles…', run: () => (rolesOpenFor.value = user.id) }] : []),
    ...slots.memberMenu.value(member),
    ...(isOther && user.id !== guild.value?.ownerId ? measures(member) : []),
  ];
}

function measures({ user, communication_disabled_until: until }: APIGuildMember): MenuItem[] {
  const name = nameOf(user.id);
  const isTimedOut = until !== null && until !== undefined && Date.parse(until) > Date.now();
  const ask = (label: string, type: OpenMeasure['type']): MenuItem => ({
    label: `${label} ${name}…`,
    isDangerous: true,
    run: () => (openMeasure.value = { userId: user.id, type }),
  });
  const items: MenuItem[] = [];
  if (mayInGuild('ModerateMembers') && isTimedOut) {
    const end = () => moderate(user.id, { type: 'timeout', durationMs: null });
    items.push({ label: `End timeout of ${name}`, run: () => attempt(end) });
  } else if (mayInGuild('ModerateMembers') && !user.bot) items.push(ask('Time out', 'timeout'));
  if (mayInGuild('KickMembers')) items.push(ask('Kick', 'kick'));
  if (mayInGuild('BanMembers')) items.push(ask('Ban', 'ban'));
  return items;
}
