import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { isAgeRestricted, parseCustomId } from '@twi/sdk';
import { type ButtonInteraction, MessageFlags } from 'discord.js';
import { csvReplies } from '../replies/csv-replies.ts';
import { importReply, type ImportVerb, isImportVerb } from '../replies/import-reply.ts';
import { reviewReply } from '../replies/review-reply.ts';

interface Press {
  readonly verb: ImportVerb;
  readonly id: string;
}

/** The buttons under the progress of an import. */
export class ImportHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: 'gallery.admin' });
  }

  override parse(interaction: ButtonInteraction) {
    const parsed = parseCustomId(interaction.customId);
    if (parsed?.plugin !== 'gallery' || parsed.handler !== 'import') return this.none();
    const [, verb = '', id] = /^([a-z]+):(\d{1,18})$/.exec(parsed.state) ?? [];
    return id !== undefined && isImportVerb(verb) ? this.some<Press>({ verb, id }) : this.none();
  }

  override async run(interaction: ButtonInteraction<'cached'>, { verb, id }: Press): Promise<void> {
    const { imports, reviews } = this.container.gallery;
    const { member, guildId } = interaction;
    const key = { guildId, id };
    if (verb === 'review') {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      const isAdult = isAgeRestricted(interaction.channel);
      await interaction.editReply(reviewReply(await reviews.next(member), { isAdult }));
      return;
    }
    if (verb === 'list') {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      const run = await imports.get(key, member);
      let isFirst = true;
      for await (const files of csvReplies(run, imports.foundAsCsv(run))) {
        if (isFirst) await interaction.editReply(files);
        else await interaction.followUp({ ...files, flags: MessageFlags.Ephemeral });
        isFirst = false;
      }
      return;
    }
    await interaction.deferUpdate();
    const changed = await imports[verb](key, member);
    await interaction.editReply(importReply(changed, await imports.count(changed)));
  }
}
