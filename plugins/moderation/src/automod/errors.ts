import type { UserError } from '@twi/sdk';

type Refusal = UserError.Options;

export function automodRuleNotFound(number: number | string): Refusal {
  return {
    identifier: 'moderation.automod-rule-not-found',
    message: `There is no automod rule ${typeof number === 'number' ? `#${number}` : `"${number}"`} in this server. \`/automod list\` shows them.`,
  };
}

export function automodNameTaken(name: string): Refusal {
  return {
    identifier: 'moderation.automod-name-taken',
    message: `Another automod rule is called "${name}". Give \`name\` something else.`,
  };
}

export function tooManyAutomodRules(most: number): Refusal {
  return {
    identifier: 'moderation.too-many-automod-rules',
    message: `This server has ${most} automod rules, the most that there can be. Remove one first.`,
  };
}

/** The rule has been changed since what is to be undone or repeated. */
export function automodRuleMovedOn(number: number): Refusal {
  return {
    identifier: 'moderation.automod-rule-moved-on',
    message: `Automod rule #${number} was changed again since then, so nothing was done. Use \`/automod edit\`.`,
  };
}

export function messageOutOfSight(): Refusal {
  return {
    identifier: 'moderation.message-out-of-sight',
    message:
      '`message`: there is no such message that you and I can see in this server. Copy the link of a message here.',
  };
}

export function nothingToTest(): Refusal {
  return {
    identifier: 'moderation.nothing-to-test',
    message: 'Give either `text`, something that somebody could write, or `message`, the link of a message.',
  };
}

export function channelOutOfSight(): Refusal {
  return {
    identifier: 'moderation.channel-out-of-sight',
    message: '`channel`: choose one whose earlier messages both you and I may read.',
  };
}
