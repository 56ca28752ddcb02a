import { Subcommand } from '@sapphire/plugin-subcommands';
import { UserError } from '@twi/sdk';
import { type AutocompleteInteraction, type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import { nothingToTest } from '../automod/errors.ts';
import { linkedMessage } from '../automod/find-message.ts';
import { assertReplayable, DEFAULT_REPLAY } from '../automod/replayable.ts';
import { findRule, suggestRules } from '../automod/find-rule.ts';
import { automodEditModal } from '../replies/automod-edit-modal.ts';
import { automodListReply } from '../replies/automod-list-reply.ts';
import { automodReplayReply } from '../replies/automod-replay-reply.ts';
import { automodRuleReply } from '../replies/automod-rule-reply.ts';
import { automodTestReply } from '../replies/automod-test-reply.ts';
import { automodSubcommands } from './automod-subcommands.ts';
import { changesShape } from './automod-options.ts';
import { editedRule, readNewRule } from './automod-shape.ts';

type Interaction = ChatInputCommandInteraction<'cached'>;

export class AutomodCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      description: 'Rules for what members write',
      node: 'moderation.automod',
      example: '/automod add name:Invites trigger:Invites to other servers action:Warn',
      subcommands: [
        { name: 'add', chatInputRun: 'add' },
        { name: 'edit', chatInputRun: 'edit' },
        { name: 'remove', chatInputRun: 'remove' },
        { name: 'list', chatInputRun: 'list' },
        { name: 'test', chatInputRun: 'test' },
        { name: 'dry-run', chatInputRun: 'dryRun' },
      ],
    });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      automodSubcommands(command.setName(this.name).setDescription(this.description)),
    );
  }

  async add(interaction: Interaction): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const added = await this.#automod.rules.add(readNewRule(interaction), interaction.member);
    await interaction.editReply(automodRuleReply('Added', added));
  }

  async edit(interaction: Interaction): Promise<void> {
    const typed = interaction.options.getString('rule', true);
    if (!changesShape(interaction)) {
      // A form must be the first answer, so nothing is deferred; the rules are at hand.
      const rule = await findRule(this.#automod.rules, interaction.guildId, typed);
      await interaction.showModal(automodEditModal(rule));
      return;
    }
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { number } = await findRule(this.#automod.rules, interaction.guildId, typed);
    const edited = await this.#automod.rules.edit(
      number,
      (rule) => editedRule(rule, interaction),
      interaction.member,
    );
    await interaction.editReply(automodRuleReply('Changed', edited));
  }

  async remove(interaction: Interaction): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { number } = await findRule(
      this.#automod.rules,
      interaction.guildId,
      interaction.options.getString('rule', true),
    );
    const removed = await this.#automod.rules.remove(number, interaction.member);
    await interaction.editReply(automodRuleReply('Removed', removed));
  }

  async list(interaction: Interaction): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const page = await this.#automod.rules.list(interaction.guildId);
    await interaction.editReply(automodListReply(page, interaction.guild));
  }

  async test(interaction: Interaction): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { options, channel } = interaction;
    const text = options.getString('text');
    const link = options.getString('message');
    const member = options.getMember('user');
    if (link !== null && text === null) {
      const message = await linkedMessage(link, interaction.member);
      const author = member ?? message.member ?? undefined;
      const verdicts = await this.#automod.testMessage(message, author);
      await interaction.editReply(automodTestReply(message.content, verdicts));
    } else if (text !== null && link === null && channel) {
      const verdicts = await this.#automod.testText(text, { member: member ?? interaction.member, channel });
      await interaction.editReply(automodTestReply(text, verdicts));
    } else throw new UserError(nothingToTest());
  }

  async dryRun(interaction: Interaction): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { options, member, guildId } = interaction;
    const typed = options.getString('rule');
    const rule = typed === null ? undefined : await findRule(this.#automod.rules, guildId, typed);
    const channel = options.getChannel('channel');
    if (rule && !channel) {
      const isDryRun = options.getBoolean('on') ?? !rule.isDryRun;
      const edited = await this.#automod.rules.edit(rule.number, (now) => ({ ...now, isDryRun }), member);
      await interaction.editReply(automodRuleReply('Changed', edited));
      return;
    }
    const readable = assertReplayable(channel ?? interaction.channel, member);
    const count = options.getInteger('messages') ?? DEFAULT_REPLAY;
    const replayed = await this.#automod.replay(readable, count, rule?.number);
    await interaction.editReply(automodReplayReply(replayed, readable));
  }

  override async autocompleteRun(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    const typed = interaction.options.getFocused();
    await interaction.respond(await suggestRules(this.#automod.rules, interaction.guildId, typed));
  }

  get #automod() {
    return this.container.moderation.automod;
  }
}
