import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { type BulkAnswer, parseBulkAnswer } from '../bulk/bulk-answer.ts';
import { answerBulk } from './answer-bulk.ts';

/** The buttons under the question of `/mass-ban`. */
export class MassBanHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: 'moderation.ban' });
  }

  override parse(interaction: ButtonInteraction) {
    const answer = parseBulkAnswer('mass-ban', interaction.customId);
    return answer ? this.some(answer) : this.none();
  }

  override async run(interaction: ButtonInteraction<'cached'>, answer: BulkAnswer): Promise<void> {
    await answerBulk(this.container.moderation.bulk, interaction, answer, {
      begun: 'Banning… This message shows how far it is.',
      cancelled: 'Nobody was banned.',
    });
  }
}
