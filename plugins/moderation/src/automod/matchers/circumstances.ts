import { formatDuration } from '@twi/sdk';
import { channelMention, roleMention } from 'discord.js';
import type { LeafOf } from '../rules/condition.ts';
import type { Matcher } from './subject.ts';

/** The same text again and again by one member, in whichever channels. */
export function duplicates({ count, windowMs }: LeafOf<'duplicates'>): Matcher {
  return {
    cost: 2,
    find({ activity }) {
      const found = activity.repeats(windowMs);
      if (found < count) return undefined;
      return { what: `the same message ${found} times in ${formatDuration(windowMs)}` };
    },
  };
}

/** Many messages by one member, in whichever channels. */
export function rate({ count, windowMs }: LeafOf<'rate'>): Matcher {
  return {
    cost: 1,
    find({ activity }) {
      const found = activity.messages(windowMs);
      return found >= count ? { what: `${found} messages in ${formatDuration(windowMs)}` } : undefined;
    },
  };
}

export function newAccount({ ageMs }: LeafOf<'new-account'>): Matcher {
  return {
    cost: 0,
    find: ({ accountAgeMs }) =>
      accountAgeMs < ageMs ? { what: `an account that is ${formatDuration(accountAgeMs)} old` } : undefined,
  };
}

export function newMember({ ageMs }: LeafOf<'new-member'>): Matcher {
  return {
    cost: 0,
    find: ({ memberAgeMs }) =>
      memberAgeMs !== undefined && memberAgeMs < ageMs
        ? { what: `a member since ${formatDuration(memberAgeMs)}` }
        : undefined,
  };
}

export function role({ ids }: LeafOf<'role'>): Matcher {
  return {
    cost: 0,
    find({ roleIds }) {
      const found = ids.find((id) => roleIds.has(id));
      return found === undefined ? undefined : { what: `the role ${roleMention(found)}` };
    },
  };
}

export function channel({ ids }: LeafOf<'channel'>): Matcher {
  return {
    cost: 0,
    find({ channelIds }) {
      const found = ids.find((id) => channelIds.has(id));
      return found === undefined ? undefined : { what: `the channel ${channelMention(found)}` };
    },
  };
}

export function discordAutomod({ kinds }: LeafOf<'discord-automod'>): Matcher {
  return {
    cost: 0,
    find: ({ native }) =>
      native !== undefined && (kinds.length === 0 || kinds.includes(native))
        ? { what: 'what Discord’s AutoMod caught', isNative: true }
        : undefined,
  };
}
