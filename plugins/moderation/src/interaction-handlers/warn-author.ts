import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId, translator } from '@twi/sdk';
import { messageLink, MessageFlags, type ModalSubmitInteraction, type Snowflake } from 'discord.js';
import { warnReply } from '../replies/warn-reply.ts';

/** Which message the form is about. */
interface WarnedMessage {
  readonly authorId: Snowflake;
  readonly channelId: Snowflake;
  readonly messageId: Snowflake;
}

/** The form of "Warn author". */
export class WarnAuthorHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.ModalSubmit, node: 'moderation.warn' });
  }

  override parse(interaction: ModalSubmitInteraction) {
    const parsed = parseCustomId(interaction.customId);
    if (parsed?.plugin !== 'moderation' || parsed.handler !== 'warn-author') return this.none();
    const [authorId, channelId, messageId] = parsed.state.split(':');
    return authorId && channelId && messageId ? this.some({ authorId, channelId, messageId }) : this.none();
  }

  override async run(
    interaction: ModalSubmitInteraction<'cached'>,
    { authorId, channelId, messageId }: WarnedMessage,
  ): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { guild, guildId, member: moderator, client } = interaction;
    const words = await this.#wordsOf(interaction);
    const warned = await this.container.moderation.actions.warn({
      guild,
      moderator,
      target: await client.users.fetch(authorId),
      reason: words && `${words} (${messageLink(channelId, messageId, guildId)})`,
    });
    await interaction.editReply(warnReply(warned, await translator(interaction)));
  }

  /** The chosen preset, what was typed, or both. */
  async #wordsOf({ fields, guildId }: ModalSubmitInteraction<'cached'>): Promise<string> {
    const typed = fields.getTextInputValue('reason').trim();
    const [chosen] = fields.fields.has('preset') ? fields.getStringSelectValues('preset') : [];
    const presets = await this.container.moderation.reasonPresets(guildId);
    const preset = chosen === undefined ? undefined : presets[Number(chosen)];
    return [preset, typed].filter(Boolean).join(': ');
  }
}
