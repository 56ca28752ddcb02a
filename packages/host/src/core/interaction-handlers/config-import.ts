import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { contextOf, parseCustomId, UserError } from '@twi/sdk';
import type { ButtonInteraction } from 'discord.js';
import { unreadableFile } from '../config/config-refusals.ts';
import { downloadFile } from '../config/download-file.ts';
import { planDigest } from '../config/import-plan.ts';
import { guildOf } from '../guild-of.ts';
import { configImportedReply, configImportReply } from '../replies/config-import-reply.ts';
import { editable } from '../replies/editable.ts';
import { CONFIG_NODE } from './config-handler.ts';

/** Imports what was shown. Where it would be something else by now, it shows that and asks again. */
export class ConfigImportHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: CONFIG_NODE });
  }

  override parse(interaction: ButtonInteraction) {
    return this.some(parseCustomId(interaction.customId)?.state);
  }

  override async run(interaction: ButtonInteraction, digest: string | undefined): Promise<void> {
    const { transfer } = this.container.core;
    const guild = guildOf(interaction);
    const file = interaction.message.attachments.first();
    if (!file) throw new UserError(unreadableFile('it is not there any more'));
    await interaction.deferUpdate();
    const text = await downloadFile(file, contextOf(this));
    const plan = await transfer.plan(guild, text);
    if (planDigest(plan) !== digest) {
      const question = configImportReply(
        plan,
        text,
        'Settings were changed meanwhile. Now it would do this:',
      );
      await interaction.editReply(editable(question));
      return;
    }
    await transfer.apply(guild, plan, interaction.user.id);
    await interaction.editReply(configImportedReply(plan));
  }
}
