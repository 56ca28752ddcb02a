import { Subcommand } from '@sapphire/plugin-subcommands';
import type { PermissionEffect } from '@twi/database';
import { UserError } from '@twi/sdk';
import { type AutocompleteInteraction, MessageFlags, Role } from 'discord.js';
import { guildOf } from '../guild-of.ts';
import { PERMISSIONS_NODE } from '../permissions/guild-overrides.ts';
import { notAMember } from '../permissions/override-refusals.ts';
import { explanationReply } from '../replies/explanation-reply.ts';
import { overrideListReply } from '../replies/override-list-reply.ts';
import { overrideReply } from '../replies/override-reply.ts';
import { suggest } from '../suggest.ts';
import { permissionsForm } from './permissions-form.ts';

type Interaction = Subcommand.ChatInputCommandInteraction;

const { Ephemeral } = MessageFlags;

/** Who may do what in a server. */
export class PermissionsCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      description: 'Who may use which commands in this server.',
      node: PERMISSIONS_NODE,
      example: '/permissions grant node: moderation.warn target: @Helpers',
      subcommands: [
        { name: 'grant', chatInputRun: (interaction: Interaction) => this.#change(interaction, 'allow') },
        { name: 'deny', chatInputRun: (interaction: Interaction) => this.#change(interaction, 'deny') },
        { name: 'clear', chatInputRun: (interaction: Interaction) => this.#change(interaction, null) },
        { name: 'list', chatInputRun: 'list' },
        { name: 'explain', chatInputRun: 'explain' },
      ],
    });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      permissionsForm(command.setName(this.name).setDescription(this.description)),
    );
  }

  async list(interaction: Interaction): Promise<void> {
    const { overrides: rules } = this.container.core;
    const overrides = await rules.list(guildOf(interaction).id);
    const targetId = interaction.options.get('target')?.value?.toString();
    const isKnown = (node: string): boolean => rules.isKnown(node);
    await interaction.reply({ ...overrideListReply({ overrides, targetId, isKnown }), flags: Ephemeral });
  }

  async explain(interaction: Interaction): Promise<void> {
    const guild = guildOf(interaction);
    await interaction.deferReply({ flags: Ephemeral });
    const { access } = this.container.core;
    const command = access.find(interaction.options.getString('command', true));
    const { id } = interaction.options.getUser('user', true);
    const member = await guild.members.fetch(id).catch(() => {
      throw new UserError(notAMember('user'));
    });
    const channel = guild.channels.resolve(
      interaction.options.getChannel('channel')?.id ?? interaction.channelId,
    );
    const explanation = await access.explain({ member, command, channel });
    await interaction.editReply(explanationReply({ member, command, channel, ...explanation }));
  }

  override async autocompleteRun(interaction: AutocompleteInteraction): Promise<void> {
    const { core } = this.container;
    const { name, value } = interaction.options.getFocused(true);
    const options =
      name === 'command'
        ? core.access.commands().map((command) => ({ name: command.name, value: command.name }))
        : core.overrides.nodes().map(({ node, description }) => ({
            name: `${node}: ${description}`.slice(0, 100),
            value: node,
          }));
    await interaction.respond(suggest(value, options));
  }

  async #change(interaction: Interaction, effect: PermissionEffect | null): Promise<void> {
    const guild = guildOf(interaction);
    await interaction.deferReply({ flags: Ephemeral });
    const { overrides, permissions } = this.container.core;
    const node = interaction.options.getString('node', true).trim().toLowerCase();
    const target = interaction.options.getMentionable('target', true);
    const { value: targetId } = interaction.options.get('target', true);
    const member = await guild.members.fetch(interaction.user.id);
    const subject = target instanceof Role ? { roleId: target.id } : { userId: String(targetId) };
    await overrides.change({ guild, member, node, subject, effect });
    const { flags: _flags, ...answer } = overrideReply({
      guild,
      node,
      subject,
      effect,
      declared: permissions.declaration(node),
    });
    await interaction.editReply(answer);
  }
}
