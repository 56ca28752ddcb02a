import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { UserError } from '@twi/sdk';
import { MessageFlags, type ModalSubmitInteraction } from 'discord.js';
import { readRepostForm } from '../replies/repost-form-modal.ts';
import { parseRepostForm } from '../replies/repost-ids.ts';
import { repostPanel } from '../replies/repost-panel.ts';
import { repostPreviewReply } from '../replies/repost-preview-reply.ts';
import { startAgain } from '../reposts/repost-refusals.ts';

/** Takes the words of a repost, and shows how it will look. */
export class RepostFormHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.ModalSubmit, node: 'gallery.repost' });
  }

  override parse({ customId }: ModalSubmitInteraction) {
    const draftId = parseRepostForm(customId);
    return draftId ? this.some(draftId) : this.none();
  }

  override async run(interaction: ModalSubmitInteraction<'cached'>, draftId: string): Promise<void> {
    if (!interaction.isFromMessage()) throw new UserError(startAgain());
    await interaction.deferUpdate();
    const { reposts } = this.container.gallery;
    const key = { guildId: interaction.guildId, id: draftId, moderatorId: interaction.user.id };
    const view = await reposts.fillIn(key, readRepostForm(interaction.fields), async (preview) => {
      await interaction.editReply(repostPreviewReply(preview));
    });
    if (!view) return;
    await interaction.editReply({ ...repostPanel(view), attachments: [] });
    const words = 'NSFW work goes to age-restricted channels alone. Choose one of them, then continue.';
    await interaction.followUp({ content: words, flags: MessageFlags.Ephemeral });
  }
}
