import {
  type DatabaseHandle,
  type PermissionOverride,
  PermissionOverrideRepository,
  type QueryCache,
} from '@twi/database';
import type { PermissionNode } from '@twi/sdk';
import type { BaseInteraction, GuildMember, Message, PermissionsBitField, Snowflake } from 'discord.js';
import type { PluginRecord } from '../plugin-record.ts';
import { ownerOf } from './wildcard.ts';
import { interactionSubject, memberSubject } from './permission-subject.ts';
import {
  type OverrideRule,
  type PermissionDecision,
  type PermissionSubject,
  resolvePermission,
} from './resolve-permission.ts';

const CACHED_GUILDS = 20_000;

export interface PermissionServiceParts {
  readonly plugins: { get(id: string): PluginRecord | undefined };
  readonly database: DatabaseHandle;
  /** The bot's owners, who may do everything. May grow once the application is known. */
  readonly ownerIds: ReadonlySet<Snowflake>;
}

/** Who may do what in which guild. */
export class PermissionService {
  readonly #parts: PermissionServiceParts;
  readonly #overrides: QueryCache<PermissionOverride[]>;

  constructor(parts: PermissionServiceParts) {
    this.#parts = parts;
    const rows = new PermissionOverrideRepository(parts.database.db);
    this.#overrides = parts.database.cache.define({
      name: 'core.permission_overrides',
      max: CACHED_GUILDS,
      load: (guildId) => rows.listOfGuild(guildId),
    });
  }

  /** Whether a member holds a node, such as `moderation.ban`. */
  async allows(member: GuildMember, node: string): Promise<boolean> {
    return (await this.#decide(memberSubject(member, this.#parts.ownerIds), node, member.guild.id)).isAllowed;
  }

  /**
   * The decision on a member and a node, step by step.
   *
   * @param permissions those that they have where they are; by default those of the whole guild.
   */
  async explain(
    member: GuildMember,
    node: string,
    permissions?: Readonly<PermissionsBitField>,
  ): Promise<PermissionDecision> {
    return this.#decide(memberSubject(member, this.#parts.ownerIds, permissions), node, member.guild.id);
  }

  /** Whether a member would hold a node if these were the guild's overrides. */
  wouldHold(member: GuildMember, node: string, overrides: readonly OverrideRule[]): boolean {
    const subject = memberSubject(member, this.#parts.ownerIds);
    return resolvePermission({ node, declared: this.declaration(node), overrides, subject }).isAllowed;
  }

  /** Whether whoever used an interaction holds the node that guards it. Without a node everybody does. */
  async allowsInteraction(interaction: BaseInteraction, node: string | undefined): Promise<boolean> {
    if (node === undefined) return true;
    const subject = interactionSubject(interaction, this.#parts.ownerIds);
    return (await this.#decide(subject, node, interaction.guildId ?? undefined)).isAllowed;
  }

  /** Whether the author of a message holds a node. In direct messages only the bot's owners hold one with a default. */
  async allowsMessage(message: Message, node: string | undefined): Promise<boolean> {
    if (node === undefined) return true;
    const { ownerIds } = this.#parts;
    if (!message.inGuild())
      return ownerIds.has(message.author.id) || this.declaration(node)?.default === undefined;
    const member = message.member ?? (await message.guild.members.fetch(message.author));
    return (await this.explain(member, node, member.permissionsIn(message.channel))).isAllowed;
  }

  /** What the loaded plugins declare about a node; `undefined` for a node of no loaded plugin. */
  declaration(node: string): PermissionNode | undefined {
    // A manifest that declares a node of another plugin is refused.
    const owner = this.#parts.plugins.get(ownerOf(node));
    return owner?.state === 'loaded' ? owner.plugin?.nodes?.[node] : undefined;
  }

  /** A guild's own rules. */
  async overridesOf(guildId: Snowflake): Promise<readonly PermissionOverride[]> {
    return this.#overrides.get(guildId);
  }

  /** Forgets a guild's overrides, here and in all other processes. Call it after changing them. */
  async invalidate(guildId: Snowflake): Promise<void> {
    await this.#overrides.invalidate(guildId);
  }

  close(): void {
    this.#overrides.dispose();
  }

  /** At once where the guild's rules are at hand, as they are for most commands. */
  #decide(
    subject: PermissionSubject,
    node: string,
    guildId: Snowflake | undefined,
  ): PermissionDecision | Promise<PermissionDecision> {
    const by = (overrides: readonly OverrideRule[]): PermissionDecision =>
      resolvePermission({ node, declared: this.declaration(node), overrides, subject });
    if (guildId === undefined) return by([]);
    const known = this.#overrides.known(guildId);
    return known ? by(known.value) : this.#overrides.get(guildId).then(by);
  }
}
