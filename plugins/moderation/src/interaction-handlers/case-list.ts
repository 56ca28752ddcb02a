import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { caseListReply } from '../replies/case-list-reply.ts';
import { type CaseListState, parsePageButton } from '../replies/case-list-state.ts';

/** Turns the pages of `/case list`. */
export class CaseListHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: 'moderation.cases' });
  }

  override parse(interaction: ButtonInteraction) {
    const state = parsePageButton('case-list', interaction.customId);
    return state ? this.some(state) : this.none();
  }

  override async run(interaction: ButtonInteraction<'cached'>, state: CaseListState): Promise<void> {
    await interaction.deferUpdate();
    const { cursor, ...filter } = state;
    const page = await this.container.moderation.cases.list(
      { guildId: interaction.guildId, ...filter },
      cursor,
    );
    await interaction.editReply(caseListReply(page, state));
  }
}
