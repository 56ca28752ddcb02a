import { Command } from '@sapphire/framework';
import { type AutocompleteInteraction, InteractionContextType, MessageFlags } from 'discord.js';
import { AUDIT_NODE } from '../../audit/action-history.ts';
import { guildOf } from '../guild-of.ts';
import { auditListReply, MOST_ENTRIES } from '../replies/audit-list-reply.ts';
import { suggest } from '../suggest.ts';

const FEWEST_ENTRIES = 1;
const DEFAULT_ENTRIES = 10;

/** Who did what in a server. */
export class AuditCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Who did what through me, newest first.',
      node: AUDIT_NODE,
      example: '/audit user: @Ann action: moderation.ban',
    });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .setContexts(InteractionContextType.Guild)
        .addUserOption((option) => option.setName('user').setDescription('Only what this person did'))
        .addStringOption((option) =>
          option.setName('action').setDescription('Only this kind of action').setAutocomplete(true),
        )
        .addIntegerOption((option) =>
          option
            .setName('limit')
            .setDescription(`Entries on a page, ${FEWEST_ENTRIES} to ${MOST_ENTRIES}`)
            .setMinValue(FEWEST_ENTRIES)
            .setMaxValue(MOST_ENTRIES),
        ),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction): Promise<void> {
    const guild = guildOf(interaction);
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { options } = interaction;
    const state = {
      userId: options.getUser('user')?.id,
      action: options.getString('action')?.trim() || undefined,
      limit: options.getInteger('limit') ?? DEFAULT_ENTRIES,
    };
    const page = await this.container.core.history.list({ guildId: guild.id, ...state });
    await interaction.editReply(auditListReply(page, { guild, ...state }));
  }

  override async autocompleteRun(interaction: AutocompleteInteraction): Promise<void> {
    const { guildId } = interaction;
    const actions = guildId === null ? [] : await this.container.core.history.listActions(guildId);
    const options = actions.map((action) => ({ name: action, value: action }));
    await interaction.respond(suggest(interaction.options.getFocused(), options));
  }
}
