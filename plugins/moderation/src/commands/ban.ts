import { Command } from '@sapphire/framework';
import { translator } from '@twi/sdk';
import { type AutocompleteInteraction, MessageFlags } from 'discord.js';
import { parseBanDuration } from '../actions/durations.ts';
import { actionReply } from '../replies/action-reply.ts';
import { readRequest, reasonOption, targetOption } from './action-options.ts';
import { suggestReasons } from './suggest-reasons.ts';

const SECONDS_PER_DAY = 86_400;
/** Discord's limit (Resources › Guild › Create Guild Ban). */
const MOST_DAYS_OF_MESSAGES = 7;

export class BanCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Ban somebody, for good or for a while',
      node: 'moderation.ban',
      text: true,
      example: '/ban user:@mallory reason:Spam duration:7d delete-messages:1',
    });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addUserOption(targetOption)
        .addStringOption(reasonOption)
        .addStringOption((option) =>
          option.setName('duration').setDescription('How long: 2h, 7d, perm; at most 5 years. Default: perm'),
        )
        .addIntegerOption((option) =>
          option
            .setName('delete-messages')
            .setDescription('How many days of their messages to delete. Default: 0')
            .setMinValue(0)
            .setMaxValue(MOST_DAYS_OF_MESSAGES),
        ),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction<'cached'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { options } = interaction;
    const durationMs = parseBanDuration(options.getString('duration'));
    const deleteMessageSeconds = (options.getInteger('delete-messages') ?? 0) * SECONDS_PER_DAY;
    const request = { ...readRequest(interaction), durationMs, deleteMessageSeconds };
    const banned = await this.container.moderation.actions.ban(request);
    await interaction.editReply(actionReply(banned, await translator(interaction), durationMs));
  }

  override autocompleteRun(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    return suggestReasons(interaction);
  }
}
