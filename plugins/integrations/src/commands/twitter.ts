import { Subcommand } from '@sapphire/plugin-subcommands';
import { translator } from '@twi/sdk';
import { isAgeRestricted } from '../replies/age-restriction.ts';
import { accountReply, postReply, type TwitterView } from '../replies/twitter-reply.ts';

type Invocation = Subcommand.ChatInputCommandInteraction<'cached'>;

const LONGEST_ADDRESS = 500;

/** Posts and accounts on X. */
export class TwitterCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      description: 'Posts and accounts on X (Twitter)',
      text: true,
      example: '/twitter user handle:discord',
      subcommands: [
        { name: 'post', chatInputRun: 'post' },
        { name: 'user', chatInputRun: 'user' },
      ],
    });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addSubcommand((post) =>
          post
            .setName('post')
            .setDescription('Show a post')
            .addStringOption((url) =>
              url
                .setName('url')
                .setDescription('The address of the post')
                .setMaxLength(LONGEST_ADDRESS)
                .setRequired(true),
            ),
        )
        .addSubcommand((user) =>
          user
            .setName('user')
            .setDescription('Show what an account posted last')
            .addStringOption((handle) =>
              handle
                .setName('handle')
                .setDescription('Its name, with or without @')
                .setMaxLength(LONGEST_ADDRESS)
                .setRequired(true),
            ),
        ),
    );
  }

  async post(interaction: Invocation): Promise<void> {
    await interaction.deferReply();
    const { guildId, options } = interaction;
    const post = await this.container.integrations.twitter.post(guildId, options.getString('url', true));
    await interaction.editReply(postReply(post, await viewFor(interaction)));
  }

  async user(interaction: Invocation): Promise<void> {
    await interaction.deferReply();
    const { guildId, options } = interaction;
    const found = await this.container.integrations.twitter.user(guildId, options.getString('handle', true));
    await interaction.editReply(accountReply(found, await viewFor(interaction)));
  }
}

async function viewFor(interaction: Invocation): Promise<TwitterView> {
  const t = await translator(interaction, { audience: 'guild' });
  return { isAdult: isAgeRestricted(interaction.channel), t };
}
