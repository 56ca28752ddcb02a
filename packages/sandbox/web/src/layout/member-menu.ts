import type { APIGuildMember } from 'discord-api-types/v10';
import { slots } from '../slots.ts';
import type { MenuItem } from '../slots.ts';
import { moderate } from '../state/acts.ts';
import { nameOf } from '../state/names.ts';
import { attempt } from '../state/notices.ts';
import { mayInGuild } from '../state/permissions.ts';
import { playAs } from '../state/navigation.ts';
import { guild, me } from '../state/place.ts';

const TIMEOUT_MS = 60_000;
const HOUR_MS = 3_600_000;

/** What a person can do with a member: play them, moderate them by hand, and what the bot's commands add. */
export function memberMenu(member: APIGuildMember): MenuItem[] {
  const { user } = member;
  const isOther = user.id !== me.value;
  return [
    ...(isOther && !user.bot ? [{ label: `Play ${nameOf(user.id)}`, run: () => playAs(user.id) }] : []),
    { label: 'Copy user ID', run: () => attempt(() => navigator.clipboard.writeText(user.id)) },
    ...slots.memberMenu.value(member),
    ...(isOther && user.id !== guild.value?.ownerId ? measures(member) : []),
  ];
}

function measures({ user, communication_disabled_until: until }: APIGuildMember): MenuItem[] {
  const name = nameOf(user.id);
  const isTimedOut = until !== null && until !== undefined && Date.parse(until) > Date.now();
  const act = (label: string, measure: Parameters<typeof moderate>[1]): MenuItem => ({
    label,
    isDangerous: true,
    run: () => attempt(() => moderate(user.id, measure)),
  });
  const items: MenuItem[] = [];
  if (mayInGuild('ModerateMembers') && isTimedOut)
    items.push(act(`End timeout of ${name}`, { type: 'timeout', durationMs: null }));
  else if (mayInGuild('ModerateMembers') && !user.bot) {
    items.push(act(`Time out ${name} for 1 minute`, { type: 'timeout', durationMs: TIMEOUT_MS }));
    items.push(act(`Time out ${name} for 1 hour`, { type: 'timeout', durationMs: HOUR_MS }));
  }
  if (mayInGuild('KickMembers')) items.push(act(`Kick ${name}`, { type: 'kick' }));
  if (mayInGuild('BanMembers')) items.push(act(`Ban ${name}`, { type: 'ban' }));
  return items;
}
