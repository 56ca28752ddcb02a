import { Subcommand } from '@sapphire/plugin-subcommands';
import { MOST_CHOICES, reply } from '@twi/sdk';
import { type AutocompleteInteraction, MessageFlags } from 'discord.js';
import { caseChoice } from '../replies/case-choice.ts';
import { caseListReply } from '../replies/case-list-reply.ts';
import { caseReply } from '../replies/case-reply.ts';
import { purgeArchiveFiles } from '../replies/purge-archive-files.ts';
import { addCaseSubcommands } from './case-options.ts';
import { readCaseType } from './case-type-option.ts';
import { suggestReasons } from './suggest-reasons.ts';

type Invocation = Subcommand.ChatInputCommandInteraction<'cached'>;

export class CaseCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      description: 'Look up, change and delete moderation cases',
      node: 'moderation.cases',
      text: true,
      example: '/case view number:3',
      subcommands: [
        { name: 'view', chatInputRun: 'view' },
        { name: 'list', chatInputRun: 'list' },
        { name: 'edit', chatInputRun: 'edit' },
        { name: 'note', chatInputRun: 'note' },
        { name: 'delete', chatInputRun: 'delete' },
        { name: 'restore', chatInputRun: 'restore' },
      ],
    });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      addCaseSubcommands(command.setName(this.name).setDescription(this.description)),
    );
  }

  async view(interaction: Invocation): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { moderation } = this.container;
    const key = keyOf(interaction);
    const found = await moderation.cases.get(key);
    const notes = await moderation.records.notesOf(key);
    const files =
      found.type === 'purge'
        ? purgeArchiveFiles(key.number, await moderation.purges.archiveOf(key.guildId, key.number))
        : [];
    await interaction.editReply(caseReply(found, notes, files));
  }

  async list(interaction: Invocation): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { guildId, options } = interaction;
    const shown = {
      targetId: options.getUser('user')?.id,
      moderatorId: options.getUser('moderator')?.id,
      type: readCaseType(interaction),
    };
    const page = await this.container.moderation.cases.list({ guildId, ...shown });
    await interaction.editReply(caseListReply(page, shown));
  }

  async edit(interaction: Invocation): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const key = keyOf(interaction);
    const reason = interaction.options.getString('reason', true);
    await this.container.moderation.records.edit(key, reason, interaction.user.id);
    await interaction.editReply(reply.success(`Changed the reason of case #${key.number}.`));
  }

  async note(interaction: Invocation): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const key = keyOf(interaction);
    const text = interaction.options.getString('text', true);
    await this.container.moderation.records.addNote(key, text, interaction.user.id);
    await interaction.editReply(reply.success(`Added a note to case #${key.number}.`));
  }

  async delete(interaction: Invocation): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const key = keyOf(interaction);
    await this.container.moderation.records.delete(key, interaction.user.id);
    const text = `Deleted case #${key.number}. \`/case restore\` brings it back; what was done in Discord stays.`;
    await interaction.editReply(reply.success(text));
  }

  async restore(interaction: Invocation): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const key = keyOf(interaction);
    await this.container.moderation.records.restore(key, interaction.user.id);
    await interaction.editReply(reply.success(`Restored case #${key.number}.`));
  }

  override async autocompleteRun(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    const { options, guildId, client } = interaction;
    const { name, value } = options.getFocused(true);
    if (name === 'reason') return suggestReasons(interaction);
    const deleted = options.getSubcommand() === 'restore';
    const found = await this.container.moderation.cases.suggest(guildId, value, MOST_CHOICES, deleted);
    await interaction.respond(found.map((suggested) => caseChoice(suggested, client)));
  }
}

function keyOf({ guildId, options }: Invocation): { guildId: string; number: number } {
  return { guildId, number: options.getInteger('number', true) };
}
