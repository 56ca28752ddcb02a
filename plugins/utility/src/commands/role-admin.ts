import { Subcommand } from '@sapphire/plugin-subcommands';
import { UserError } from '@twi/sdk';
import { type AutocompleteInteraction, type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import { roleAdminReply } from '../replies/role-admin-reply.ts';
import { nothingToEdit } from '../roles/role-errors.ts';
import { contentOptions, roleOption } from './role-admin-options.ts';
import { PLAIN_ROLE, readContent } from './role-content.ts';
import { namesOf, suggestNames } from './role-names.ts';

type Interaction = ChatInputCommandInteraction<'cached'>;

export class RoleAdminCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      description: 'Choose which roles members may take',
      node: 'utility.roles',
      example: '/role-admin add role:@Updates category:News description:Told when something is new',
      subcommands: [
        { name: 'add', chatInputRun: 'add' },
        { name: 'edit', chatInputRun: 'edit' },
        { name: 'remove', chatInputRun: 'remove' },
      ],
    });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addSubcommand((add) =>
          contentOptions(
            roleOption(add.setName('add').setDescription('Let members take a role'), 'The role to offer'),
          ),
        )
        .addSubcommand((edit) =>
          contentOptions(
            roleOption(
              edit.setName('edit').setDescription('Change what is said about a role that members may take'),
              'The role to change',
            ),
          ),
        )
        .addSubcommand((remove) =>
          roleOption(
            remove
              .setName('remove')
              .setDescription(
                'Let members take a role no more; who has it keeps it, and /undo offers it again',
              ),
            'The role to offer no more',
          ),
        ),
    );
  }

  async add(interaction: Interaction): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const role = interaction.options.getRole('role', true);
    const content = { ...PLAIN_ROLE, ...readContent(interaction, role) };
    await this.container.utility.roles.add(role, content, interaction.member);
    await interaction.editReply(roleAdminReply('add', { roleId: role.id, ...content }));
  }

  async edit(interaction: Interaction): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const role = interaction.options.getRole('role', true);
    const changes = readContent(interaction, role);
    if (Object.keys(changes).length === 0) throw new UserError(nothingToEdit());
    const content = await this.container.utility.roles.edit(
      role,
      (now) => ({ ...now, ...changes }),
      interaction.member,
    );
    await interaction.editReply(roleAdminReply('edit', { roleId: role.id, ...content }));
  }

  async remove(interaction: Interaction): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const role = interaction.options.getRole('role', true);
    const content = await this.container.utility.roles.remove(role, interaction.member);
    await interaction.editReply(roleAdminReply('remove', { roleId: role.id, ...content }));
  }

  override async autocompleteRun(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    const { name, value } = interaction.options.getFocused(true);
    const roles = await this.container.utility.roles.list(interaction.guildId);
    const kind = name === 'group' ? 'exclusiveGroup' : 'category';
    await interaction.respond(suggestNames(namesOf(roles, kind), value));
  }
}
