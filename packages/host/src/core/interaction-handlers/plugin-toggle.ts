import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId, translator, type Translator } from '@twi/sdk';
import type { ButtonInteraction } from 'discord.js';
import { guildOf } from '../guild-of.ts';
import { editable } from '../replies/editable.ts';
import {
  confirmDisableReply,
  confirmEnableReply,
  disabledReply,
  enabledReply,
} from '../replies/toggle-reply.ts';

const STATE = /^(?<verb>enable|disable)(?<confirmed>-all)?\.(?<id>.+)$/;

interface Wish {
  readonly verb: 'enable' | 'disable';
  readonly isConfirmed: boolean;
  readonly pluginId: string;
}

/** The Enable and Disable buttons of a plugin, and the question whether others go with it. */
export class PluginToggleHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: 'core.plugins' });
  }

  override parse(interaction: ButtonInteraction) {
    const {
      verb,
      confirmed,
      id = '',
    } = STATE.exec(parseCustomId(interaction.customId)?.state ?? '')?.groups ?? {};
    if (verb !== 'enable' && verb !== 'disable') return this.none();
    return this.some({ verb, isConfirmed: confirmed !== undefined, pluginId: id } satisfies Wish);
  }

  override async run(interaction: ButtonInteraction, wish: Wish): Promise<void> {
    const { plugins } = this.container.core;
    const guild = guildOf(interaction);
    const t = await translator(interaction);
    const question = wish.isConfirmed ? undefined : this.#question(guild.id, wish, t);
    if (question) {
      await interaction.update(editable(question));
      return;
    }
    await interaction.deferUpdate();
    const toggle = { guildId: guild.id, pluginId: wish.pluginId, byUserId: interaction.user.id };
    await interaction.editReply(
      wish.verb === 'enable'
        ? enabledReply(await plugins.enable(toggle), guild, t)
        : disabledReply(await plugins.disable(toggle), t),
    );
  }

  /** What has to be asked first: whether others are switched too. */
  #question(guildId: string, { verb, pluginId }: Wish, t: Translator) {
    const { plugins } = this.container.core;
    const plugin = plugins.get(guildId, pluginId);
    const others =
      verb === 'enable' ? plugins.enabledWith(guildId, pluginId) : plugins.disabledWith(guildId, pluginId);
    if (others.length === 0) return undefined;
    return verb === 'enable' ? confirmEnableReply(plugin, others, t) : confirmDisableReply(plugin, others, t);
  }
}
