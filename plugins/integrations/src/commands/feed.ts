import { Subcommand } from '@sapphire/plugin-subcommands';
import type { AutocompleteInteraction } from 'discord.js';
import { addFeed } from './add-feed.ts';
import { changeFeed } from './change-feed.ts';
import { editFeed } from './edit-feed.ts';
import { addFeedSubcommands } from './feed-options.ts';
import { showFeedHealth, showFeeds } from './show-feeds.ts';
import { suggestFeeds } from './suggest-feeds.ts';
import { testFeed } from './test-feed.ts';

type Invocation = Subcommand.ChatInputCommandInteraction<'cached'>;

const NODE = 'integrations.feeds';
const NAMES = ['add', 'edit', 'list', 'remove', 'pause', 'resume', 'test', 'health'] as const;

/** Follows what other sites post, in channels. */
export class FeedCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      description: 'Follow sites, works, accounts and artists in channels',
      example: '/feed add source:rss target:https://example.org/feed channel:#news',
      node: NODE,
      subcommands: NAMES.map((name) => ({ name, chatInputRun: name, node: NODE })),
    });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      addFeedSubcommands(command.setName(this.name).setDescription(this.description)),
    );
  }

  add(interaction: Invocation): Promise<void> {
    return addFeed(interaction, this.container.integrations);
  }

  edit(interaction: Invocation): Promise<void> {
    return editFeed(interaction, this.container.integrations);
  }

  list(interaction: Invocation): Promise<void> {
    return showFeeds(interaction, this.container.integrations);
  }

  remove(interaction: Invocation): Promise<void> {
    return changeFeed(interaction, this.container.integrations, 'remove');
  }

  pause(interaction: Invocation): Promise<void> {
    return changeFeed(interaction, this.container.integrations, 'pause');
  }

  resume(interaction: Invocation): Promise<void> {
    return changeFeed(interaction, this.container.integrations, 'resume');
  }

  test(interaction: Invocation): Promise<void> {
    return testFeed(interaction, this.container.integrations);
  }

  health(interaction: Invocation): Promise<void> {
    return showFeedHealth(interaction, this.container.integrations);
  }

  override async autocompleteRun(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    await suggestFeeds(interaction, this.container.integrations);
  }
}
