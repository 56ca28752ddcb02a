import { isGone, missingPermissions, permissionName, translator, UserError } from '@twi/sdk';
import {
  DiscordAPIError,
  type Guild,
  type GuildMember,
  type NewsChannel,
  type PermissionsString,
  type Snowflake,
  type TextChannel,
} from 'discord.js';
import type { UtilityContext } from '../context.ts';
import { type RolePanel, RolePanelRepository } from '../database/role-panel-repository.ts';
import { SelfRoleRepository } from '../database/self-role-repository.ts';
import { rolePanelReply } from '../replies/role-panel-reply.ts';
import { noRolesForPanel, panelNeeds, tooManyPanels } from './panel-errors.ts';
import type { SelfRole } from './self-role.ts';
import { shownRoles } from './sorted-roles.ts';

/** How many messages a change of a role may have to follow up. */
const MOST_PANELS = 25;

const NEEDED: readonly PermissionsString[] = ['ViewChannel', 'SendMessages', 'EmbedLinks'];

/** Where members choose roles in menus. */
export interface NewPanel {
  readonly channel: TextChannel | NewsChannel;
  /** Whose roles; absent: all. */
  readonly category: string | undefined;
}

/** Posts menus of roles, and keeps them up to date. */
export class RolePanels {
  readonly #context: UtilityContext;
  readonly #panels: RolePanelRepository;

  constructor(context: UtilityContext) {
    this.#context = context;
    this.#panels = new RolePanelRepository(context.db);
  }

  /** @throws {UserError} where there is nothing to choose, or the bot cannot post there */
  async post({ channel, category }: NewPanel, by: GuildMember): Promise<{ readonly url: string }> {
    const { guild } = channel;
    await this.#assertRoom(channel);
    const roles = await this.#rolesOf(guild, category ?? null);
    if (roles.length === 0) throw new UserError(noRolesForPanel());

    await Promise.all([this.#context.ensureGuild(guild.id), this.#context.ensureUser(by.id)]);
    const content = { guild, roles, category: category ?? null };
    const message = await channel.send(rolePanelReply(content, await translator(guild)));
    await this.#context.db.transaction().execute(async (transaction) => {
      const place = { guildId: guild.id, channelId: channel.id, messageId: message.id };
      const panels = new RolePanelRepository(transaction);
      await panels.add({ ...place, category: category ?? null, postedBy: by.id });
      await this.#context.audit.record({
        guildId: guild.id,
        userId: by.id,
        action: 'utility.role-panel',
        target: channel.id,
        details: { message: message.id, category: category ?? 'all' },
        irreversibleBecause: 'A panel ends when its message is deleted.',
        transaction,
      });
    });
    return message;
  }

  /** Brings all panels of a guild up to date, and forgets those whose message is gone. */
  async refresh(guildId: Snowflake): Promise<void> {
    const guild = this.#context.client.guilds.cache.get(guildId);
    // While Discord has an outage, roles seem to be gone.
    if (!guild?.available) return;
    for (const panel of await this.#panels.listAll(guildId)) await this.#refreshOne(panel, guild);
  }

  async #refreshOne(panel: RolePanel, guild: Guild): Promise<void> {
    const { channelId, messageId, category } = panel;
    const roles = await this.#rolesOf(guild, category);
    try {
      const channel = await guild.channels.fetch(channelId);
      if (!channel?.isTextBased()) return await this.#panels.remove(panel);
      const content = rolePanelReply({ guild, roles, category }, await translator(guild));
      await channel.messages.edit(messageId, content);
    } catch (error) {
      if (isGone(error)) return this.#panels.remove(panel);
      if (!(error instanceof DiscordAPIError)) throw error;
      this.#context.logger.warn(`A role panel of guild ${guild.id} could not be changed.`, error);
    }
  }

  /** Not from the cache: another process may just have changed them. */
  async #rolesOf(guild: Guild, category: string | null): Promise<SelfRole[]> {
    const all = await new SelfRoleRepository(this.#context.db).listAll(guild.id);
    return shownRoles(all, guild).filter((role) => category === null || role.category === category);
  }

  async #assertRoom(channel: NewPanel['channel']): Promise<void> {
    const { guild, id } = channel;
    const missing = await missingPermissions(channel, NEEDED);
    if (missing.length > 0) throw new UserError(panelNeeds(id, missing.map(permissionName)));
    if ((await this.#panels.count(guild.id)) < MOST_PANELS) return;
    // Of some the message may be gone.
    await this.refresh(guild.id);
    if ((await this.#panels.count(guild.id)) >= MOST_PANELS) throw new UserError(tooManyPanels(MOST_PANELS));
  }
}
