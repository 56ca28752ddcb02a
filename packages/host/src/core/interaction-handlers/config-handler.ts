import { InteractionHandler, type InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId } from '@twi/sdk';
import type { AnySelectMenuInteraction, ButtonInteraction, ModalSubmitInteraction } from 'discord.js';
import { type ConfigFormState, parseFormState } from '../config/config-form-state.ts';

/** Every component of the settings asks for this node, on each click. */
export const CONFIG_NODE = 'core.config';

/** A component whose custom id says which plugin's settings it is about. */
export abstract class ConfigHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext, interactionHandlerType: InteractionHandlerTypes) {
    super(context, { interactionHandlerType, node: CONFIG_NODE });
  }

  override parse(interaction: AnySelectMenuInteraction | ButtonInteraction | ModalSubmitInteraction) {
    const state = parseFormState(parseCustomId(interaction.customId)?.state ?? '');
    return state ? this.some(state) : this.none();
  }

  abstract override run(
    interaction: AnySelectMenuInteraction | ButtonInteraction | ModalSubmitInteraction,
    state: ConfigFormState,
  ): Promise<void>;
}
