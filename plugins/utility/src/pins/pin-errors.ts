import { refusal, type UserError } from '@twi/sdk';
import { channelMention, roleMention, type Snowflake } from 'discord.js';

type Refusal = UserError.Options;

/** Discord's limit (Topics › Opcodes and Status Codes, code 30003). */
const MOST_PINS = 250;

export function mayNotPin(channelId: Snowflake): Refusal {
  return refusal('utility:pins.errors.may-not-pin', { channel: channelMention(channelId) });
}

export function notYourPin(): Refusal {
  return refusal('utility:pins.errors.not-your-pin');
}

export function cannotBePinned(): Refusal {
  return refusal('utility:pins.errors.cannot-be-pinned');
}

export function messageGone(): Refusal {
  return refusal('utility:pins.errors.message-gone');
}

export function tooManyPins(channelId: Snowflake): Refusal {
  return refusal('utility:pins.errors.too-many-pins', { channel: channelMention(channelId), max: MOST_PINS });
}

export function threadClosed(channelId: Snowflake): Refusal {
  return refusal('utility:pins.errors.thread-closed', { channel: channelMention(channelId) });
}

/** @param permission as Discord's settings call it */
export function botLacksPin(channelId: Snowflake, permission: string): Refusal {
  return refusal('utility:pins.errors.bot-lacks-pin', { channel: channelMention(channelId), permission });
}

/** The message is no longer as it was when it was (un)pinned. */
export function pinMovedOn(isPinned: boolean): Refusal {
  return {
    identifier: 'utility.pin-moved-on',
    message: `Somebody has ${isPinned ? 'pinned' : 'unpinned'} the message since, so there is nothing to do.`,
  };
}

export function pinChannelAllowed(channelId: Snowflake, who: string): Refusal {
  return {
    identifier: 'utility.pin-channel-allowed',
    message: `They may pin in ${channelMention(channelId)} already. Who may: ${who}.`,
  };
}

export function pinChannelNotAllowed(channelId: Snowflake, roleId: Snowflake | undefined): Refusal {
  const who = roleId === undefined ? 'members' : roleMention(roleId);
  return {
    identifier: 'utility.pin-channel-not-allowed',
    message: `In ${channelMention(channelId)}, ${who} may not pin anyway. \`/pin-admin list\` shows where who may.`,
  };
}

export function tooManyPinChannels(most: number): Refusal {
  return {
    identifier: 'utility.too-many-pin-channels',
    message: `Members may pin in ${most} channels already, and no more can be listed. Remove one first.`,
  };
}

export function tooManyPinRoles(channelId: Snowflake, most: number): Refusal {
  return {
    identifier: 'utility.too-many-pin-roles',
    message: `${most} roles may pin in ${channelMention(channelId)} already, and no more can be listed. Remove one first.`,
  };
}

export function pinChannelMovedOn(channelId: Snowflake): Refusal {
  return {
    identifier: 'utility.pin-channel-moved-on',
    message: `Somebody changed since who may pin in ${channelMention(channelId)}. Change it with \`/pin-admin\`.`,
  };
}

export function pinChannelGone(): Refusal {
  return { identifier: 'utility.pin-channel-gone', message: 'The channel was deleted.' };
}
