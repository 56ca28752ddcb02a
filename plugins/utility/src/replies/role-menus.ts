import { clip, MOST_OPTIONS, type Translator } from '@twi/sdk';
import {
  ActionRowBuilder,
  type APIMessageComponentEmoji,
  type APISelectMenuOption,
  type Guild,
  type Snowflake,
  StringSelectMenuBuilder,
} from 'discord.js';
import type { SelfRole } from '../roles/self-role.ts';

/** Discord's limits (Components Reference › String Select). */
const LONGEST_PLACEHOLDER = 150;
const LONGEST_LABEL = 100;

const CUSTOM_EMOJI = /^<(?<animated>a?):(?<name>\w{2,32}):(?<id>\d{17,20})>$/;

/** Roles that go into one menu. */
export interface RoleMenu {
  /** What they are called together: their category, or their exclusive group. */
  readonly name: string;
  readonly isExclusive: boolean;
  readonly roles: readonly SelfRole[];
}

/** Parts roles into menus: one for each exclusive group and for the rest of each category, of 25 roles at most. */
export function roleMenus(roles: readonly SelfRole[]): RoleMenu[] {
  const byMenu = Map.groupBy(roles, ({ category, exclusiveGroup }) =>
    exclusiveGroup === null ? `category ${category}` : `group ${exclusiveGroup}`,
  );
  return [...byMenu.values()].flatMap((together) => {
    const [first] = together;
    const isExclusive = first?.exclusiveGroup !== null;
    const menu = { name: first?.exclusiveGroup ?? first?.category ?? '', isExclusive };
    return chunksOf(together).map((chunk) => ({ ...menu, roles: chunk }));
  });
}

function chunksOf(roles: readonly SelfRole[]): SelfRole[][] {
  const count = Math.ceil(roles.length / MOST_OPTIONS);
  return Array.from({ length: count }, (_, index) =>
    roles.slice(index * MOST_OPTIONS, (index + 1) * MOST_OPTIONS),
  );
}

/** A menu as Discord shows it. Nothing need be chosen, so that a choice can be taken back. */
export function roleMenuRow(
  { name, isExclusive, roles }: RoleMenu,
  { id, guild, t }: { readonly id: string; readonly guild: Guild; readonly t: Translator },
): ActionRowBuilder<StringSelectMenuBuilder> {
  const placeholder = t(isExclusive ? 'utility:roles.panel.pick-one' : 'utility:roles.panel.pick-any', {
    name,
  });
  const menu = new StringSelectMenuBuilder()
    .setCustomId(id)
    .setPlaceholder(clip(placeholder, LONGEST_PLACEHOLDER))
    .setMinValues(0)
    .setMaxValues(isExclusive ? 1 : roles.length)
    .addOptions(roles.map((role) => optionOf(role, guild, t)));
  return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu);
}

function optionOf(
  { roleId, description, emoji, requiredRoleIds }: SelfRole,
  { roles }: Guild,
  t: Translator,
): APISelectMenuOption {
  const required = requiredRoleIds.flatMap((id) => nameOf(id, roles.cache)).join(', ');
  const details = [description, required && t('utility:roles.for', { required })].filter(Boolean).join(' · ');
  return {
    value: roleId,
    label: clip(roles.cache.get(roleId)?.name ?? roleId, LONGEST_LABEL),
    ...(details && { description: clip(details, LONGEST_LABEL) }),
    ...(emoji !== null && { emoji: emojiOf(emoji) }),
  };
}

function nameOf(id: Snowflake, roles: ReadonlyMap<Snowflake, { readonly name: string }>): string[] {
  const role = roles.get(id);
  return role ? [`@${role.name}`] : [];
}

function emojiOf(written: string): APIMessageComponentEmoji {
  const { id, name, animated } = CUSTOM_EMOJI.exec(written)?.groups ?? {};
  return id && name ? { id, name, animated: animated === 'a' } : { name: written };
}
