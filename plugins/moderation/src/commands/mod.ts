import { Subcommand } from '@sapphire/plugin-subcommands';
import { MOST_CHOICES, reply, UserError } from '@twi/sdk';
import { type AutocompleteInteraction, type SlashCommandSubcommandBuilder, userMention } from 'discord.js';
import { commandWithoutCooldown } from '../errors.ts';
import { noticeReply } from '../replies/notice-reply.ts';

/** What fits into an embed beside the signature (Resources › Message › Embed Limits). */
const LONGEST_NOTICE = 4_000;

type Invocation = Subcommand.ChatInputCommandInteraction<'cached'>;

export class ModCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      description: 'Speak officially, and reset cooldowns',
      node: 'moderation.state',
      example: '/mod state message:Please keep spoilers in #spoilers',
      subcommands: [
        { name: 'state', chatInputRun: 'state' },
        { name: 'reset', chatInputRun: 'reset' },
      ],
    });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addSubcommand(stateOptions)
        .addSubcommand(resetOptions),
    );
  }

  async state(interaction: Invocation): Promise<void> {
    const { guild, member, channelId, options } = interaction;
    const text = options.getString('message', true);
    await interaction.reply(noticeReply(text, member));
    await this.container.moderation.recordNotice({ guildId: guild.id, userId: member.id, channelId, text });
  }

  async reset(interaction: Invocation): Promise<void> {
    const { guildId, user, options } = interaction;
    const command = options.getString('command', true).trim().replace(/^\//, '');
    const whose = options.getUser('user');
    if (!this.#commandsWithCooldown().includes(command)) throw new UserError(commandWithoutCooldown(command));
    await this.container.moderation.resetCooldown({ guildId, command, userId: whose?.id }, user.id);
    const text = `Reset the cooldown of \`/${command}\` ${whose ? `for ${userMention(whose.id)}` : 'for everybody'}.`;
    await interaction.reply(reply.success(text, { ephemeral: true }));
  }

  override async autocompleteRun(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    const typed = interaction.options.getFocused().toLowerCase().replace(/^\//, '');
    const fitting = this.#commandsWithCooldown().filter((name) => name.includes(typed));
    await interaction.respond(
      fitting.slice(0, MOST_CHOICES).map((name) => ({ name: `/${name}`, value: name })),
    );
  }

  #commandsWithCooldown(): string[] {
    return [...this.container.stores.get('commands').values()]
      .filter(({ options }) => options.cooldownDelay)
      .map(({ name }) => name)
      .toSorted();
  }
}

function stateOptions(state: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return state
    .setName('state')
    .setDescription('Post an official notice here, signed by you')
    .addStringOption((option) =>
      option
        .setName('message')
        .setDescription('What to say; \\n begins a new line')
        .setMaxLength(LONGEST_NOTICE)
        .setRequired(true),
    );
}

function resetOptions(reset: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return reset
    .setName('reset')
    .setDescription('Let people use a command again at once')
    .addStringOption((option) =>
      option.setName('command').setDescription('Which command').setRequired(true).setAutocomplete(true),
    )
    .addUserOption((option) =>
      option.setName('user').setDescription('For whom. Default: for everybody here'),
    );
}
