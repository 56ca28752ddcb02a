import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { isAgeRestricted, parseCustomId } from '@twi/sdk';
import { MessageFlags, type ModalSubmitInteraction } from 'discord.js';
import { parseCreator } from '../imports/review/parse-creator.ts';
import { splitTags } from '../items/tags.ts';
import { reviewReply } from '../replies/review-reply.ts';

/** Takes what a reviewer corrected, and accepts the post as that. */
export class ReviewFormHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.ModalSubmit, node: 'gallery.admin' });
  }

  override parse(interaction: ModalSubmitInteraction) {
    const parsed = parseCustomId(interaction.customId);
    return parsed?.plugin === 'gallery' && parsed.handler === 'review-form' && /^\d{1,18}$/.test(parsed.state)
      ? this.some(parsed.state)
      : this.none();
  }

  override async run(interaction: ModalSubmitInteraction<'cached'>, id: string): Promise<void> {
    // A form that was opened below no post gets an answer of its own.
    if (interaction.isFromMessage()) await interaction.deferUpdate();
    else await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { reviews } = this.container.gallery;
    const { member, guildId, fields, channel } = interaction;
    const item = await reviews.accept({ guildId, id }, member, {
      title: fields.getTextInputValue('title'),
      ...parseCreator(fields.getTextInputValue('creator')),
      tags: splitTags(fields.getTextInputValue('tags')),
      nsfw: fields.getStringSelectValues('rating').includes('nsfw'),
    });
    const notice = `✅ Added as item #${item.number}.`;
    const waiting = await reviews.next(member, id);
    await interaction.editReply(reviewReply(waiting, { isAdult: isAgeRestricted(channel), notice }));
  }
}
