import { Subcommand } from '@sapphire/plugin-subcommands';
import { addViewSubcommands } from './stats-view-options.ts';
import { showBackfill } from './stats-backfill.ts';
import { showCategory } from './stats-category.ts';
import { showChannel } from './stats-channel.ts';
import { showCommands } from './stats-commands.ts';
import { showExport } from './stats-export.ts';
import { showGrowth } from './stats-growth.ts';
import { showHeatmap } from './stats-heatmap.ts';
import { showLeaderboard } from './stats-leaderboard.ts';
import { showOptIn, showOptOut } from './stats-opt-out.ts';
import { addTargetSubcommands } from './stats-options.ts';
import { showRole } from './stats-role.ts';
import { showServer } from './stats-server.ts';
import { showThread } from './stats-thread.ts';
import { showUser } from './stats-user.ts';

type Invocation = Subcommand.ChatInputCommandInteraction<'cached'>;

export class StatsCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      description: 'Who writes, talks and joins here, in numbers and charts',
      example: '/stats channel target:#general days:30',
      text: true,
      subcommands: [
        { name: 'server', chatInputRun: 'ofServer' },
        { name: 'channel', chatInputRun: 'ofChannel' },
        { name: 'user', chatInputRun: 'ofUser' },
        { name: 'role', chatInputRun: 'ofRole' },
        { name: 'category', chatInputRun: 'ofCategory' },
        { name: 'thread', chatInputRun: 'ofThread' },
        { name: 'leaderboard', chatInputRun: 'leaderboard' },
        { name: 'heatmap', chatInputRun: 'heatmap' },
        { name: 'growth', chatInputRun: 'growth' },
        { name: 'commands', chatInputRun: 'commands' },
        { name: 'export', chatInputRun: 'export' },
        // A question with buttons, which a direct message could not hold.
        { name: 'opt-out', chatInputRun: 'optOut', text: false },
        { name: 'opt-in', chatInputRun: 'optIn' },
        { name: 'backfill', chatInputRun: 'backfill', node: 'stats.backfill' },
      ],
    });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      addViewSubcommands(addTargetSubcommands(command.setName(this.name).setDescription(this.description))),
    );
  }

  async ofServer(interaction: Invocation): Promise<void> {
    await showServer(interaction, this.container.stats);
  }

  async ofChannel(interaction: Invocation): Promise<void> {
    await showChannel(interaction, this.container.stats);
  }

  async ofUser(interaction: Invocation): Promise<void> {
    await showUser(interaction, this.container.stats);
  }

  async ofRole(interaction: Invocation): Promise<void> {
    await showRole(interaction, this.container.stats);
  }

  async ofCategory(interaction: Invocation): Promise<void> {
    await showCategory(interaction, this.container.stats);
  }

  async ofThread(interaction: Invocation): Promise<void> {
    await showThread(interaction, this.container.stats);
  }

  async leaderboard(interaction: Invocation): Promise<void> {
    await showLeaderboard(interaction, this.container.stats);
  }

  async heatmap(interaction: Invocation): Promise<void> {
    await showHeatmap(interaction, this.container.stats);
  }

  async growth(interaction: Invocation): Promise<void> {
    await showGrowth(interaction, this.container.stats);
  }

  async commands(interaction: Invocation): Promise<void> {
    await showCommands(interaction, this.container.stats);
  }

  async export(interaction: Invocation): Promise<void> {
    await showExport(interaction, this.container.stats);
  }

  async optOut(interaction: Invocation): Promise<void> {
    await showOptOut(interaction, this.container.stats);
  }

  async optIn(interaction: Invocation): Promise<void> {
    await showOptIn(interaction, this.container.stats);
  }

  async backfill(interaction: Invocation): Promise<void> {
    await showBackfill(interaction, this.container.stats);
  }
}
