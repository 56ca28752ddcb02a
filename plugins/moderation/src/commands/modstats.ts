import { Command } from '@sapphire/framework';
import { type Client, MessageFlags, type Snowflake } from 'discord.js';
import { statisticsChart } from '../replies/statistics-chart.ts';
import { statisticsReply } from '../replies/statistics-reply.ts';
import type { ModeratorTotals } from '../statistics/moderator-statistics.ts';

const DEFAULT_DAYS = 30;
const MOST_DAYS = 365;
/** The chart has no more bars. */
const MOST_NAMES = 20;

export class ModstatsCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Show what moderators did, by type, with a chart',
      node: 'moderation.cases',
      example: '/modstats moderator:@alice days:90',
    });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addUserOption((option) =>
          option.setName('moderator').setDescription('Only what this moderator did. Default: all of them'),
        )
        .addIntegerOption((option) =>
          option
            .setName('days')
            .setDescription('How many days back. Default: 30')
            .setMinValue(1)
            .setMaxValue(MOST_DAYS),
        ),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction<'cached'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { guildId, options, client } = interaction;
    const days = options.getInteger('days') ?? DEFAULT_DAYS;
    const moderator = options.getUser('moderator');
    const { statistics } = this.container.moderation;
    const totals = await statistics.totals({ guildId, days, moderatorId: moderator?.id });
    const whose = moderator ? `Actions of ${moderator.username}` : 'Actions of moderators';
    const title = `${whose}, last ${days === 1 ? 'day' : `${days} days`}`;
    const chart =
      totals.length > 0 ? await statisticsChart(title, totals, await namesOf(client, totals)) : undefined;
    await interaction.editReply(statisticsReply(title, totals, chart));
  }
}

/** What the people in the chart are called. */
async function namesOf(
  client: Client,
  totals: readonly ModeratorTotals[],
): Promise<ReadonlyMap<Snowflake, string>> {
  const shown = totals.slice(0, MOST_NAMES);
  const users = await Promise.all(shown.map(({ moderatorId }) => client.users.fetch(moderatorId)));
  return new Map(users.map(({ id, username }) => [id, username]));
}
