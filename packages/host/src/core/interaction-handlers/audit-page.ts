import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId } from '@twi/sdk';
import type { ButtonInteraction } from 'discord.js';
import { AUDIT_NODE } from '../../audit/action-history.ts';
import { type AuditPageState, decodeAuditPage } from '../audit-page-state.ts';
import { guildOf } from '../guild-of.ts';
import { auditListReply } from '../replies/audit-list-reply.ts';

/** Turns the pages of `/audit`. */
export class AuditPageHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: AUDIT_NODE });
  }

  override parse(interaction: ButtonInteraction) {
    return this.some(decodeAuditPage(parseCustomId(interaction.customId)?.state ?? ''));
  }

  override async run(interaction: ButtonInteraction, state: AuditPageState): Promise<void> {
    const guild = guildOf(interaction);
    await interaction.deferUpdate();
    const page = await this.container.core.history.list({ guildId: guild.id, ...state });
    await interaction.editReply(auditListReply(page, { guild, ...state }));
  }
}
