import { quotable, type UserError } from '@twi/sdk';
import { type Role, roleMention, type Snowflake } from 'discord.js';
import { LONGEST_NAME } from './self-role.ts';
import { problemText, type RoleProblem } from './role-problem.ts';

type Refusal = UserError.Options;

/** How many categories a message names, so that it stays readable. */
const MOST_NAMED = 10;

/** For the staff; members are told less. */
export function roleUnusable(role: Role, problem: RoleProblem): Refusal {
  return { identifier: `utility.role-${problem}`, message: problemText(role, problem) };
}

export function roleOutranksActor(roleId: Snowflake): Refusal {
  return {
    identifier: 'utility.role-outranks-actor',
    message: `${roleMention(roleId)} stands as high as your highest role or higher, so you cannot decide who takes it.`,
  };
}

export function roleOfferedAlready(roleId: Snowflake): Refusal {
  return {
    identifier: 'utility.role-offered-already',
    message: `Members may take ${roleMention(roleId)} already. Change it with \`/role-admin edit\`.`,
  };
}

export function roleNotOfferedYet(roleId: Snowflake): Refusal {
  return {
    identifier: 'utility.role-not-offered-yet',
    message: `${roleMention(roleId)} is none of the roles that members may take. Add it with \`/role-admin add\`; \`/roles\` shows all.`,
  };
}

export function selfRoleMovedOn(roleId: Snowflake): Refusal {
  return {
    identifier: 'utility.self-role-moved-on',
    message: `Somebody changed ${roleMention(roleId)} in \`/role-admin\` since. Change it there.`,
  };
}

export function roleGone(): Refusal {
  return {
    identifier: 'utility.role-gone',
    message: 'The role was deleted in Discord, so members cannot take it any more.',
  };
}

export function badRequiredRoles(given: string): Refusal {
  return {
    identifier: 'utility.bad-required-roles',
    message: `\`required\` has "${given}", which is no role of this server. Mention up to 10 roles, such as \`@Member @Patron\`; \`none\` asks for no role.`,
  };
}

export function tooManyRequiredRoles(): Refusal {
  return { identifier: 'utility.too-many-required-roles', message: '`required` takes at most 10 roles.' };
}

export function requiresItself(): Refusal {
  return {
    identifier: 'utility.requires-itself',
    message: '`required` names the role itself, so nobody could ever take it.',
  };
}

export function badEmoji(given: string): Refusal {
  return {
    identifier: 'utility.bad-emoji',
    message: `\`emoji\` is "${given}". Give one emoji such as 👍, or one of this server; \`none\` takes it away.`,
  };
}

/** @param option its name, as people type it */
export function emptyName(option: string): Refusal {
  return {
    identifier: 'utility.empty-name',
    message: `\`${option}\` is empty; 1 to ${LONGEST_NAME} characters are accepted.`,
  };
}

export function nothingToEdit(): Refusal {
  return {
    identifier: 'utility.nothing-to-edit',
    message: 'Say what to change: `category`, `description`, `emoji`, `group`, `required` or `weight`.',
  };
}

export function noSuchCategory(given: string, categories: readonly string[]): Refusal {
  const known = categories.slice(0, MOST_NAMED).join(', ') + (categories.length > MOST_NAMED ? ' …' : '');
  return {
    identifier: 'utility.no-such-category',
    message: `No role to choose is in the category "${quotable(given)}". There is ${known || 'none yet'}.`,
  };
}
