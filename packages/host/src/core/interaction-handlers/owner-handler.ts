import { InteractionHandler } from '@sapphire/framework';
import { parseCustomId, UserError } from '@twi/sdk';
import type { ButtonInteraction, StringSelectMenuInteraction } from 'discord.js';
import { notBotOwner } from '../errors.ts';

/** A component of `/host`. Preconditions do not guard components, so each asks itself who uses it. */
export abstract class OwnerHandler extends InteractionHandler {
  /** @throws {UserError} `core.not-bot-owner` */
  override parse(interaction: ButtonInteraction | StringSelectMenuInteraction) {
    if (!this.container.core.isBotOwner(interaction.user.id)) throw new UserError(notBotOwner());
    return this.some(parseCustomId(interaction.customId)?.state ?? '');
  }
}
