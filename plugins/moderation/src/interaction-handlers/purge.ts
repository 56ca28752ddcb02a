import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { type BulkAnswer, parseBulkAnswer } from '../bulk/bulk-answer.ts';
import { answerBulk } from './answer-bulk.ts';

/** The buttons under the question of `/purge` about old messages. */
export class PurgeHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: 'moderation.purge' });
  }

  override parse(interaction: ButtonInteraction) {
    const answer = parseBulkAnswer('purge', interaction.customId);
    return answer ? this.some(answer) : this.none();
  }

  override async run(interaction: ButtonInteraction<'cached'>, answer: BulkAnswer): Promise<void> {
    await answerBulk(this.container.moderation.bulk, interaction, answer, {
      begun: 'Deleting… This message shows how far it is.',
      cancelled: 'The old messages were left as they are.',
    });
  }
}
