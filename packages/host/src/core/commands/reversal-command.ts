import { type Args, Command } from '@sapphire/framework';
import { reply } from '@twi/sdk';
import { type AutocompleteInteraction, InteractionContextType, MessageFlags } from 'discord.js';
import type { ReversalVerb } from '../../audit/reversal-verb.ts';
import { guildOf } from '../guild-of.ts';
import { auditChoice } from '../replies/audit-line.ts';
import { suggest } from '../suggest.ts';

/** How many entries are looked through for suggestions. */
const RECENT = 100;
/** Discord's limit for the name of a choice. */
const MAX_CHOICE = 100;

interface ReversalCommandOptions extends Command.Options {
  readonly verb: ReversalVerb;
  readonly title: string;
  readonly entryDescription: string;
}

/** `/undo` and `/redo`. Whoever uses them must hold the node of the action that they reverse, so they have none. */
export abstract class ReversalCommand extends Command<Args, ReversalCommandOptions> {
  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .setContexts(InteractionContextType.Guild)
        .addStringOption((option) =>
          option.setName('entry').setDescription(this.options.entryDescription).setAutocomplete(true),
        ),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction): Promise<void> {
    const { verb, title } = this.options;
    const guild = guildOf(interaction);
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const member = await guild.members.fetch(interaction.user.id);
    const typed = interaction.options.getString('entry') ?? undefined;
    const { core } = this.container;
    const { entry, said } = await core.history.reverse({ verb, guild, member, typed, interaction });
    await interaction.editReply(reply.success(said, { title: `${title}: #${entry.id} ${entry.action}` }));
  }

  override async autocompleteRun(interaction: AutocompleteInteraction): Promise<void> {
    const { guild, client, user } = interaction;
    const member = await guild?.members.fetch(user.id);
    const entries = member
      ? await this.container.core.history.suggest(this.options.verb, member, RECENT)
      : [];
    const nameOf = (id: string): string | undefined =>
      client.users.cache.get(id)?.username ?? guild?.roles.cache.get(id)?.name;
    const options = entries.map((entry) => ({
      name: auditChoice(entry, nameOf).slice(0, MAX_CHOICE),
      value: entry.id,
    }));
    await interaction.respond(suggest(interaction.options.getFocused(), options));
  }
}
