import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { StringSelectMenuInteraction } from 'discord.js';
import { parseRepostMenu, type RepostSelection } from '../replies/repost-ids.ts';
import { repostPanel } from '../replies/repost-panel.ts';

/** The menus of a repost: what of the message, and where it goes. */
export class RepostSelectHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.SelectMenu, node: 'gallery.repost' });
  }

  override parse({ customId }: StringSelectMenuInteraction) {
    const selection = parseRepostMenu(customId);
    return selection ? this.some(selection) : this.none();
  }

  override async run(
    interaction: StringSelectMenuInteraction<'cached'>,
    { menu, draftId }: RepostSelection,
  ): Promise<void> {
    await interaction.deferUpdate();
    const key = { guildId: interaction.guildId, id: draftId, moderatorId: interaction.user.id };
    const { drafts } = this.container.gallery.reposts;
    const [value = ''] = interaction.values;
    const view = await (menu === 'choice' ? drafts.choose(key, value) : drafts.aim(key, value));
    await interaction.editReply(repostPanel(view));
  }
}
