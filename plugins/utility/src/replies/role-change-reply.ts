import { customId, type PlainReply, reply, type Translator } from '@twi/sdk';
import {
  ActionRowBuilder,
  roleMention,
  type Snowflake,
  StringSelectMenuBuilder,
  type StringSelectMenuComponent,
} from 'discord.js';
import type { RoleChange } from '../roles/role-choices.ts';

/** What a choice came to, for whoever chose. */
export function roleChangeReply(
  { added, removed, locked, yours }: RoleChange,
  t: Translator,
  components: PlainReply['components'] = [],
): PlainReply {
  const lines = [
    added.length > 0 && t('utility:roles.added', { roles: mentions(added) }),
    removed.length > 0 && t('utility:roles.removed', { roles: mentions(removed) }),
    ...locked.map(({ roleId, requiredRoleIds }) =>
      t('utility:roles.locked', { role: roleMention(roleId), required: mentions(requiredRoleIds) }),
    ),
    added.length + removed.length + locked.length === 0 && t('utility:roles.unchanged'),
  ].filter((line) => line !== false);
  const all =
    yours.length > 0 ? t('utility:roles.yours', { roles: mentions(yours) }) : t('utility:roles.none-yours');
  const hint = components.length > 0 && yours.length > 0 && `-# ${t('utility:roles.panel.give-back')}`;
  const text = [...lines, '', all, ...(hint ? [hint] : [])].join('\n');
  return added.length + removed.length > 0
    ? reply.success(text, { components })
    : reply.info(text, { components });
}

/** The menu of a panel again, for one person: what they have is chosen, and what they no longer choose is taken away. */
export function ownRoleMenu(
  menu: StringSelectMenuComponent,
  yours: readonly Snowflake[],
  t: Translator,
): ActionRowBuilder<StringSelectMenuBuilder> {
  const most = menu.maxValues ?? 1;
  const options = menu.options.map((option) => ({ ...option, default: yours.includes(option.value) }));
  // Somebody may have several of an exclusive group from before it was one; only one can be shown as chosen.
  const chosen = options.filter((option) => option.default).slice(0, most);
  const own = new StringSelectMenuBuilder()
    .setCustomId(customId('utility', 'role-choice'))
    .setPlaceholder(t('utility:roles.panel.mine'))
    .setMinValues(0)
    .setMaxValues(most)
    .addOptions(options.map((option) => ({ ...option, default: chosen.includes(option) })));
  return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(own);
}

function mentions(ids: readonly Snowflake[]): string {
  return ids.map((id) => roleMention(id)).join(', ');
}
