import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { parsePageButton } from '../replies/case-list-state.ts';
import { type HistoryState, historyReply } from '../replies/history-reply.ts';

/** Turns the pages of `/history`. */
export class HistoryHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: 'moderation.cases' });
  }

  override parse(interaction: ButtonInteraction) {
    const { targetId, ...state } = parsePageButton('history', interaction.customId) ?? {};
    return targetId ? this.some({ ...state, targetId }) : this.none();
  }

  override async run(interaction: ButtonInteraction<'cached'>, state: HistoryState): Promise<void> {
    await interaction.deferUpdate();
    const { cursor, ...filter } = state;
    const history = await this.container.moderation.cases.history(
      { guildId: interaction.guildId, ...filter },
      cursor,
    );
    await interaction.editReply(historyReply(history, state));
  }
}
