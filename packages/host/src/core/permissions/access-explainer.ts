import { container } from '@sapphire/pieces';
import { permissionName, UserError } from '@twi/sdk';
import {
  type GuildBasedChannel,
  type GuildMember,
  PermissionsBitField,
  type PermissionsString,
  roleMention,
  time,
  TimestampStyles,
} from 'discord.js';
import { OWNER_COMMANDS } from '../../commands/desired-commands.ts';
import { cooldownOf } from '../../cooldowns/cooldown-of.ts';
import { CORE_PLUGIN_ID } from '../../gate/core-plugin.ts';
import { commandLeaves } from '../command-leaves.ts';
import type { CoreServices } from '../core-services.ts';
import { noSuchCommandAnywhere } from '../errors.ts';
import type { HelpEntry } from '../help-entry.ts';
import { entryName } from '../replies/help-list-reply.ts';
import { enumerate } from '../words.ts';
import type { AccessExplanation, AccessStep } from './access-step.ts';
import { permissionSteps } from './permission-steps.ts';

/** Whoever uses these on members is bound by Discord's order of roles, and so is the bot. */
const BOUND_BY_ROLES: ReadonlySet<PermissionsString | undefined> = new Set([
  'BanMembers',
  'KickMembers',
  'ManageNicknames',
  'ManageRoles',
  'ModerateMembers',
] as const);

/** A command, subcommand or menu entry as people pick it. */
export interface ListedCommand {
  /** `/case view`, or the label of a menu entry with the menu. */
  readonly name: string;
  readonly entry: HelpEntry;
}

export interface AccessQuestion {
  readonly member: GuildMember;
  readonly command: ListedCommand;
  /** Where; `null` where that channel is not known. */
  readonly channel: GuildBasedChannel | null;
}

/** Tells why somebody may or may not use a command, in the order in which the host asks. */
export class AccessExplainer {
  readonly #services: CoreServices;

  constructor(services: CoreServices) {
    this.#services = services;
  }

  /** All that the plugins that run offer, also where they are off. */
  commands(): ListedCommand[] {
    const english = container.translations.in('en-US');
    return this.#services.registry
      .list()
      .filter(({ state }) => state === 'loaded')
      .flatMap((plugin) => plugin.commands.flatMap((command) => commandLeaves(command, plugin)))
      .map((entry) => ({ name: entryName(entry, english), entry }))
      .toSorted((a, b) => a.name.localeCompare(b.name));
  }

  /** @throws {UserError} `core.no-such-command` */
  find(typed: string): ListedCommand {
    const wanted = typed.trim().replace(/^\//, '').toLowerCase();
    const found = this.commands().find(({ name, entry }) =>
      [name.replace(/^\//, ''), entry.path].some((known) => known.toLowerCase() === wanted),
    );
    if (!found) throw new UserError(noSuchCommandAnywhere(typed));
    return found;
  }

  async explain(question: AccessQuestion): Promise<AccessExplanation> {
    const decisive = [
      ...this.#pluginSteps(question),
      ...this.#ownerSteps(question),
      ...(await this.#permissionSteps(question)),
    ];
    const cooldown = await this.#cooldownStep(question);
    const steps = [...decisive, cooldown, ...this.#notes(question)];
    return { isAllowed: steps.every(({ verdict }) => verdict !== 'no'), steps };
  }

  #pluginSteps({ member, command: { entry } }: AccessQuestion): AccessStep[] {
    const { id, plugin } = entry.plugin;
    const title = `**${plugin?.title ?? id}**`;
    if (id === CORE_PLUGIN_ID)
      return [{ verdict: 'neutral', text: `It belongs to ${title}, which is on everywhere.` }];
    const isOn = this.#services.enablement.isEnabled(member.guild.id, id);
    const status = this.#services.quarantine.status(id);
    const isWell = status.state === 'healthy';
    return [
      {
        verdict: isOn ? 'neutral' : 'no',
        text: `It belongs to ${title}, which is switched ${isOn ? 'on' : 'off'} in this server.`,
      },
      {
        verdict: isWell ? 'neutral' : 'no',
        text: isWell
          ? `${title} is running without trouble.`
          : `${title} is paused after repeated errors until ${time(status.stop.until, TimestampStyles.RelativeTime)}.`,
      },
    ];
  }

  #ownerSteps({ member, command: { entry } }: AccessQuestion): AccessStep[] {
    const isForOwners =
      entry.plugin.id === CORE_PLUGIN_ID && OWNER_COMMANDS.has(entry.path.split(' ')[0] ?? '');
    if (!isForOwners) return [];
    const isOwner = this.#services.ownerIds.has(member.id);
    return [
      {
        verdict: isOwner ? 'yes' : 'no',
        text: `It is for the owners of this bot alone, ${isOwner ? 'and they are one' : 'and they are none'}.`,
      },
    ];
  }

  async #permissionSteps({ member, command: { entry }, channel }: AccessQuestion): Promise<AccessStep[]> {
    const { node, memberPermissions } = entry;
    const permissions = channel ? member.permissionsIn(channel) : member.permissions;
    if (node !== undefined) {
      const { steps } = await this.#services.permissions.explain(member, node, permissions);
      return permissionSteps(steps, { node, channel });
    }
    if (memberPermissions === undefined)
      return [{ verdict: 'yes', text: 'It asks for no permission: everybody may use it.' }];
    const needed = new PermissionsBitField(memberPermissions).toArray().map(permissionName);
    const has = permissions.has(memberPermissions);
    return [
      {
        verdict: has ? 'yes' : 'no',
        text: `Discord offers it to members with **${enumerate(needed)}**, which they ${has ? 'have' : 'do not have'}.`,
      },
    ];
  }

  async #cooldownStep({ member, command: { entry }, channel }: AccessQuestion): Promise<AccessStep> {
    const cooldown = cooldownOf(entry.piece, entry.subcommand);
    if (!cooldown) return { verdict: 'neutral', text: 'It has no cooldown.' };
    const use = {
      command: cooldown.command,
      guildId: member.guild.id,
      channelId: channel?.id ?? null,
      userId: member.id,
    };
    const until = await this.#services.cooldowns.waitUntil(use, cooldown.rule);
    return until
      ? { verdict: 'no', text: `Its cooldown ends ${time(until, TimestampStyles.RelativeTime)}.` }
      : { verdict: 'neutral', text: 'Its cooldown is over.' };
  }

  #notes({ member, command: { entry }, channel }: AccessQuestion): AccessStep[] {
    const standard = entry.node && this.#services.permissions.declaration(entry.node)?.default;
    if (!standard) return [];
    const notes: AccessStep[] = [];
    if (BOUND_BY_ROLES.has(standard)) notes.push({ verdict: 'note', text: hierarchyWords(member) });
    const has = (channel ? member.permissionsIn(channel) : member.permissions).has(standard);
    if (!has)
      notes.push({
        verdict: 'note',
        text: `Discord hides it from members without **${permissionName(standard)}**, unless Server Settings › Integrations allows it to them.`,
      });
    return notes;
  }
}

function hierarchyWords({ guild, id, roles }: GuildMember): string {
  // Everybody holds the lowest role, and Discord would write it `@@everyone`.
  if (id !== guild.ownerId && roles.highest.id === guild.id)
    return 'It works only on members whose roles are all below their highest role. They have none, so on nobody.';
  const mine = guild.members.me?.roles.highest;
  const below = [
    id !== guild.ownerId && `their highest role, ${roleMention(roles.highest.id)}`,
    mine && `mine, ${roleMention(mine.id)}`,
  ].filter((part) => typeof part === 'string');
  return `It works only on members whose roles are all below ${enumerate(below)}.`;
}
