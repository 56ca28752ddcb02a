import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId } from '@twi/sdk';
import type { ButtonInteraction } from 'discord.js';
import { guildOf } from '../guild-of.ts';
import { PERMISSIONS_NODE } from '../permissions/guild-overrides.ts';
import { overrideListReply } from '../replies/override-list-reply.ts';

/** Turns the pages of `/permissions list`. */
export class OverridesPageHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: PERMISSIONS_NODE });
  }

  override parse(interaction: ButtonInteraction) {
    const [from, targetId] = (parseCustomId(interaction.customId)?.state ?? '').split('|');
    return this.some({ from: from || undefined, targetId: targetId || undefined });
  }

  override async run(
    interaction: ButtonInteraction,
    state: { readonly from: string | undefined; readonly targetId: string | undefined },
  ): Promise<void> {
    const { overrides: rules } = this.container.core;
    const overrides = await rules.list(guildOf(interaction).id);
    const isKnown = (node: string): boolean => rules.isKnown(node);
    await interaction.update(overrideListReply({ overrides, isKnown, ...state }));
  }
}
