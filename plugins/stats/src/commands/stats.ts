import { Subcommand } from '@sapphire/plugin-subcommands';
import { showCategory } from './stats-category.ts';
import { showChannel } from './stats-channel.ts';
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
      ],
    });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      addTargetSubcommands(command.setName(this.name).setDescription(this.description)),
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
}
