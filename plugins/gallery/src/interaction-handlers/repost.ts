import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { reply } from '@twi/sdk';
import type { ButtonInteraction } from 'discord.js';
import type { OwnDraft } from '../database/repost-draft-repository.ts';
import { repostFormModal } from '../replies/repost-form-modal.ts';
import { parseRepostButton, type RepostPress } from '../replies/repost-ids.ts';
import { repostPanel } from '../replies/repost-panel.ts';
import { repostedReply } from '../replies/reposted-reply.ts';

/** The buttons of a repost that is being prepared. Whose it is, the draft knows. */
export class RepostHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: 'gallery.repost' });
  }

  override parse(interaction: ButtonInteraction) {
    const press = parseRepostButton(interaction.customId);
    return press ? this.some(press) : this.none();
  }

  override async run(interaction: ButtonInteraction<'cached'>, press: RepostPress): Promise<void> {
    const { guildId, user } = interaction;
    const key = { guildId, id: press.draftId, moderatorId: user.id };
    const { drafts } = this.container.gallery.reposts;
    if (press.verb === 'form') {
      await interaction.showModal(repostFormModal(await drafts.get(key)));
      return;
    }
    await interaction.deferUpdate();
    if (press.verb === 'post') {
      await this.#post(interaction, key);
    } else if (press.verb === 'cancel') {
      await drafts.cancel(key);
      await interaction.editReply({ ...reply.info('Nothing was posted.'), attachments: [] });
    } else {
      const panel = repostPanel(await drafts.get(key), { page: press.page });
      await interaction.editReply({ ...panel, attachments: [] });
    }
  }

  async #post(interaction: ButtonInteraction<'cached'>, key: OwnDraft): Promise<void> {
    const reposted = await this.container.gallery.reposts.post(key);
    await interaction.editReply({ ...repostedReply(reposted), attachments: [] });
  }
}
