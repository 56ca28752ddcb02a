import type { UserError } from '@twi/sdk';
import { LONGEST_NAME, LONGEST_TEXT } from './custom-command.ts';

type Refusal = UserError.Options;

export function badCommandName(given: string): Refusal {
  return {
    identifier: 'utility.bad-command-name',
    message: `\`name\` is "${given}". It may have 1 to ${LONGEST_NAME} letters, numbers, hyphens and underscores, without spaces and without the prefix.`,
  };
}

export function badCommandText(length: number): Refusal {
  const problem = length === 0 ? 'is empty' : `has ${length} characters`;
  return {
    identifier: 'utility.bad-command-text',
    message: `\`text\` ${problem}; 1 to ${LONGEST_TEXT} characters are accepted.`,
  };
}

export function badCommandCooldown(given: string): Refusal {
  return {
    identifier: 'utility.bad-command-cooldown',
    message: `\`cooldown\` is "${given}". Give a time such as \`10s\` or \`5m\`, at most a day, or \`none\`.`,
  };
}

/** @param real the command of the bot that has the name */
export function nameOfRealCommand(name: string, real: string): Refusal {
  return {
    identifier: 'utility.name-of-real-command',
    message: `The bot has a command \`${real}\` already, so \`${name}\` would never answer. Choose another \`name\`.`,
  };
}

export function commandNameTaken(name: string): Refusal {
  return {
    identifier: 'utility.command-name-taken',
    message: `There is a command \`${name}\` already. Change it with \`/custom edit\`, or choose another \`name\`.`,
  };
}

export function customCommandNotFound(given: string): Refusal {
  return {
    identifier: 'utility.custom-command-not-found',
    message: `This server has no command "${given}". \`/custom list\` shows all.`,
  };
}

export function tooManyCustomCommands(most: number): Refusal {
  return {
    identifier: 'utility.too-many-custom-commands',
    message: `This server has ${most} commands of its own, and no more are accepted. Remove one first.`,
  };
}

export function customCommandMovedOn(name: string): Refusal {
  return {
    identifier: 'utility.custom-command-moved-on',
    message: `Somebody changed \`${name}\` since. Change it with \`/custom\`.`,
  };
}
