import { Command } from '@sapphire/framework';
import { translator } from '@twi/sdk';
import { type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import { OPENAI_COOLDOWNS } from '../openai/cooldowns.ts';
import { findingsReply } from '../replies/findings-reply.ts';
import { DEFAULT_COUNT, MOST_MESSAGES, openAiRequest } from './openai-request.ts';

/** Looks for messages that may be against the rules, for staff to look at. */
export class ModerateCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Look for messages that may be against the rules with OpenAI, which gets to read them',
      example: '/moderate count:100',
      node: 'integrations.moderate',
      preconditions: OPENAI_COOLDOWNS,
    });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addIntegerOption((count) =>
          count
            .setName('count')
            .setDescription(`How many messages of this channel, ${DEFAULT_COUNT} if you do not say`)
            .setMinValue(1)
            .setMaxValue(MOST_MESSAGES),
        ),
    );
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction<'cached'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const request = await openAiRequest(interaction, interaction.channelId);
    const checked = await this.container.integrations.openai.checkRules(request);
    await interaction.editReply(findingsReply(checked, await translator(interaction)));
  }
}
