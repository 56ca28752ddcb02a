import { quotable, UserError } from '@twi/sdk';
import type { ChatInputCommandInteraction, Guild, Role, Snowflake } from 'discord.js';
import {
  badEmoji,
  badRequiredRoles,
  emptyName,
  requiresItself,
  tooManyRequiredRoles,
} from '../roles/role-errors.ts';
import type { SelfRoleContent } from '../roles/self-role.ts';

type Interaction = ChatInputCommandInteraction<'cached'>;

/** What a role is said to be when nothing is said. */
export const PLAIN_ROLE: SelfRoleContent = {
  category: 'Roles',
  description: null,
  emoji: null,
  exclusiveGroup: null,
  requiredRoleIds: [],
  weight: 0,
};

const MOST_REQUIRED = 10;
const EMOJI = /^\p{RGI_Emoji}$/v;
/** Asks for the coloured form of a character that has a plain one, too: of ❤, for one. */
const COLOURED = '\uFE0F';
const CUSTOM_EMOJI = /^<a?:\w{2,32}:(?<id>\d{17,20})>$/;
const ROLE = /^(?:<@&)?(?<id>\d{17,20})>?$/;

/** What the options of `/role-admin` say, and nothing about what they do not mention. @throws {UserError} */
export function readContent(interaction: Interaction, role: Role): Partial<SelfRoleContent> {
  const { options, guild } = interaction;
  const category = options.getString('category');
  const description = options.getString('description');
  const emoji = options.getString('emoji');
  const group = options.getString('group');
  const required = options.getString('required');
  const weight = options.getInteger('weight');
  return {
    ...(category !== null && { category: categoryOf(category) }),
    ...(description !== null && { description: orNone(description, (text) => text) }),
    ...(emoji !== null && { emoji: orNone(emoji, (text) => emojiOf(guild, text)) }),
    ...(group !== null && { exclusiveGroup: orNone(group, (text) => nameOf('group', text)) }),
    ...(required !== null && { requiredRoleIds: orNone(required, (text) => rolesIn(role, text)) ?? [] }),
    ...(weight !== null && { weight }),
  };
}

function orNone<Value>(typed: string, read: (text: string) => Value): Value | null {
  const text = typed.replaceAll(/\s+/gu, ' ').trim();
  return text === '' || text.toLowerCase() === 'none' ? null : read(text);
}

/** Each role has one, so `none` is that of roles of which nothing is said. */
function categoryOf(typed: string): string {
  const name = nameOf('category', typed);
  return name.toLowerCase() === 'none' ? PLAIN_ROLE.category : name;
}

function nameOf(option: string, typed: string): string {
  const name = typed.replaceAll(/\s+/gu, ' ').trim();
  if (name === '') throw new UserError(emptyName(option));
  return name;
}

function emojiOf(guild: Guild, typed: string): string {
  const character = [typed, typed + COLOURED].find((text) => EMOJI.test(text));
  if (character !== undefined) return character;
  const id = CUSTOM_EMOJI.exec(typed)?.groups?.['id'];
  const name = typed.replaceAll(':', '');
  const found = guild.emojis.cache.find((emoji) => emoji.id === id || emoji.name === name);
  if (!found) throw new UserError(badEmoji(quotable(typed)));
  return found.toString();
}

function rolesIn({ id, guild }: Role, typed: string): Snowflake[] {
  const words = typed.replaceAll('><', '> <').split(/[\s,]+/u);
  const ids = words.filter(Boolean).map((word) => {
    const roleId = ROLE.exec(word)?.groups?.['id'];
    if (!roleId || roleId === guild.id || !guild.roles.cache.has(roleId))
      throw new UserError(badRequiredRoles(quotable(word)));
    if (roleId === id) throw new UserError(requiresItself());
    return roleId;
  });
  const unique = [...new Set(ids)];
  if (unique.length > MOST_REQUIRED) throw new UserError(tooManyRequiredRoles());
  return unique;
}
