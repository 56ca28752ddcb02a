import { Command } from '@sapphire/framework';
import { MessageFlags, type SlashCommandBuilder } from 'discord.js';
import { isPurgeKind, PURGE_KINDS } from '../purges/purge-filter.ts';
import { parseMessageReference } from '../purges/message-reference.ts';
import { oldMessagesQuestion } from '../replies/purge-reply.ts';

const MOST_MESSAGES = 500;

export class PurgeCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Delete many messages of this channel; the case keeps what they said',
      node: 'moderation.purge',
      example: '/purge count:50 user:@mallory contains:buy now',
    });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      addOptions(command.setName(this.name).setDescription(this.description)),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction<'cached'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { options, member, channelId, token } = interaction;
    const channel = interaction.channel ?? (await interaction.guild.channels.fetch(channelId));
    if (!channel?.isTextBased()) throw new TypeError('A command is typed in a text channel.');
    const kind = options.getString('kind') ?? '';
    const { purges, bulk } = this.container.moderation;
    const { young, old, oldCount } = await purges.plan({
      channel,
      moderator: member,
      count: options.getInteger('count', true),
      filter: {
        userId: options.getUser('user')?.id,
        contains: options.getString('contains') ?? undefined,
        kind: isPurgeKind(kind) ? kind : undefined,
      },
      before: parseMessageReference(options.getString('before'), 'before', channelId),
      after: parseMessageReference(options.getString('after'), 'after', channelId),
      replyToken: token,
    });
    const question = old && oldMessagesQuestion(old.id, oldCount);
    // What is begun here is finished by a job if this process stops.
    if (young) await bulk.run(young, new AbortController().signal);
    // The run has answered by the token, which discord.js does not see; the host would wait for an answer in vain.
    if (young) interaction.replied = true;
    if (!question) return;
    if (young) await interaction.followUp(question);
    else await interaction.editReply({ ...question, flags: [] });
  }
}

function addOptions(command: SlashCommandBuilder) {
  return command
    .addIntegerOption((option) =>
      option
        .setName('count')
        .setDescription('How many messages at most, newest first')
        .setMinValue(1)
        .setMaxValue(MOST_MESSAGES)
        .setRequired(true),
    )
    .addUserOption((option) => option.setName('user').setDescription('Only messages of this person'))
    .addStringOption((option) => option.setName('contains').setDescription('Only messages with this text'))
    .addStringOption((option) =>
      option
        .setName('kind')
        .setDescription('Only messages of this kind')
        .addChoices(...PURGE_KINDS),
    )
    .addStringOption((option) =>
      option.setName('before').setDescription('Only messages before this one: its id or link'),
    )
    .addStringOption((option) =>
      option.setName('after').setDescription('Only messages after this one: its id or link'),
    );
}
