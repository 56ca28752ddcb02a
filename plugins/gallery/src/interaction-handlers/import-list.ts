import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId } from '@twi/sdk';
import type { ButtonInteraction } from 'discord.js';
import { importPageReply } from '../replies/import-page-reply.ts';

/** The buttons that lead from one import to another. */
export class ImportListHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: 'gallery.admin' });
  }

  override parse(interaction: ButtonInteraction) {
    const parsed = parseCustomId(interaction.customId);
    return parsed?.plugin === 'gallery' && parsed.handler === 'import-list'
      ? this.some(parsed.state)
      : this.none();
  }

  override async run(interaction: ButtonInteraction<'cached'>, cursor: string): Promise<void> {
    await interaction.deferUpdate();
    const { imports } = this.container.gallery;
    const page = await imports.list(interaction.member, cursor);
    const [run] = page.rows;
    await interaction.editReply(importPageReply(page, run && (await imports.count(run))));
  }
}
