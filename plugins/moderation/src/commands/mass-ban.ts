import { Command } from '@sapphire/framework';
import { UserError } from '@twi/sdk';
import { type AutocompleteInteraction, MessageFlags } from 'discord.js';
import { nobodyToBan } from '../mass-bans/mass-ban-errors.ts';
import { leftOutLines, massBanQuestion } from '../replies/mass-ban-reply.ts';
import { reasonOption } from './action-options.ts';
import { suggestReasons } from './suggest-reasons.ts';

export class MassBanCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Ban many people at once, after a confirmation',
      node: 'moderation.ban',
      example: '/mass-ban users:@mallory @trudy 100000000000000001 reason:Raid',
    });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addStringOption((option) =>
          option
            .setName('users')
            .setDescription('Mentions or ids, separated by spaces; at most 200')
            .setRequired(true),
        )
        .addStringOption(reasonOption),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction<'cached'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { options, member: moderator } = interaction;
    const { run, userIds, leftOut } = await this.container.moderation.massBans.ask({
      moderator,
      users: options.getString('users', true),
      reason: options.getString('reason') ?? undefined,
    });
    if (!run) throw new UserError(nobodyToBan(leftOutLines(leftOut)));
    const { flags: _, ...question } = massBanQuestion(run.id, userIds, leftOut);
    await interaction.editReply(question);
  }

  override autocompleteRun(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    return suggestReasons(interaction);
  }
}
