import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  ChannelType,
  ContainerBuilder,
  EmbedBuilder,
  FileBuilder,
  MediaGalleryBuilder,
  MessageFlags,
  OverwriteType,
  PermissionFlagsBits,
  RoleSelectMenuBuilder,
  SectionBuilder,
  SeparatorBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  ThumbnailBuilder,
} from 'discord.js';
import type { Interaction, SendableChannels } from 'discord.js';
import type { TestBot } from '../test-bot.ts';

const PICTURE = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200"><rect width="320" height="200" fill="#5865f2"/><circle cx="160" cy="100" r="60" fill="#fff"/></svg>',
);

/** Every kind of mark that a text can have. */
const TEXT = `# A heading
-# in small letters
**bold**, *italic*, __underlined__, ~~struck~~, \`code\`, ||hidden||, [a link](https://example.com) and <t:1700000000:D>
> a quote of one line
- a point
  - a point below it
    - a point below that
- another point
1. first
2. second
\`\`\`ts
const answer: number = 42;
\`\`\``;

const { Channel, Role, User, Boolean: YesNo } = ApplicationCommandOptionType;

/** Teaches the bot what only the pictures of the page need. */
export async function furnish(bot: TestBot): Promise<void> {
  bot.onInteraction(answer);
  const { commands } = bot.client.application;
  await commands.create({ name: 'think', description: 'Thinks for ever' });
  await commands.create({
    name: 'pick',
    description: 'Takes one of each kind',
    options: [
      { type: User, name: 'user', description: 'Who', required: true },
      { type: Role, name: 'role', description: 'Which role', required: true },
      { type: Channel, name: 'channel', description: 'Which channel' },
      { type: YesNo, name: 'quietly', description: 'Whether only you see the answer' },
    ],
  });
  await furnishChannels(bot);
}

/** Finds a channel as the bot sees it. */
async function channelOf(bot: TestBot, name: string): Promise<SendableChannels> {
  const channel = await bot.client.channels.fetch(bot.channelId(name));
  if (!channel?.isSendable()) throw new Error(`#${name} takes no messages`);
  return channel;
}

async function furnishChannels(bot: TestBot): Promise<void> {
  bot.guild.addChannel({ name: 'questions', type: ChannelType.GuildForum });
  addRules(bot);
  for (const name of ['talk', 'polls', 'layouts', 'lists', 'controls', 'empty'])
    bot.guild.addChannel({ name });
  await furnishTalk(bot);
  await (await channelOf(bot, 'layouts')).send(layout());
  await (await channelOf(bot, 'lists')).send(longList());
  await (await channelOf(bot, 'controls')).send({ content: 'Choose', components: controls() });
  await furnishPolls(bot);
  const post = await bot.as('bob', 'forum').startThread('How do I appeal a ban?', {
    content: 'Asking for a friend.',
  });
  await bot.as('alice').in(post).send('Write to a moderator.');
  await bot.as('alice', 'forum').startThread('Rules of this server', { content: 'Be kind.' });
  await bot.as('bob', 'voice').voice.join(bot.channelId('voice'));
}

/** A channel that everybody reads and few write in. */
function addRules({ guild }: TestBot): void {
  const deny = String(PermissionFlagsBits.SendMessages);
  guild.addChannel({
    name: 'rules',
    permission_overwrites: [{ id: guild.id, type: OverwriteType.Role, deny }],
  });
}

async function furnishTalk(bot: TestBot): Promise<void> {
  const [alice, bob] = [bot.as('alice', 'talk'), bot.as('bob', 'talk')];
  const first = await alice.send(`Welcome, <@${bot.userId('olivia')}>! Look at <#${bot.channelId('art')}>.`);
  await alice.send(TEXT);
  await bob.send('I agree with this.', { replyTo: first.id });
  await bob.react(first.id, '🎉');
  await (
    await channelOf(bot, 'talk')
  ).send({
    embeds: [embed()],
    files: [new AttachmentBuilder(PICTURE, { name: 'picture.svg' }), notes()],
  });
}

async function furnishPolls(bot: TestBot): Promise<void> {
  const alice = bot.as('alice', 'polls');
  const poll = {
    question: { text: 'Which snack is the best on a long rainy evening?' },
    answers: [
      { poll_media: { text: 'Crisps', emoji: { id: null, name: '🥔' } } },
      {
        poll_media: {
          text: 'An apple, cut into thin slices and sprinkled with cinnamon',
          emoji: { id: null, name: '🍎' },
        },
      },
      { poll_media: { text: 'Nothing' } },
    ],
  };
  const ended = await alice.send('', { poll });
  for (const name of ['alice', 'bob']) await bot.as(name, 'polls').vote(ended.id, [1]);
  await bot.as('newt', 'polls').vote(ended.id, [2]);
  await fetch(`${bot.sandbox.url}/control/polls`, {
    method: 'DELETE',
    body: JSON.stringify({ as: 'alice', channel: bot.channelId('polls'), messageId: ended.id }),
  });
  const voted = await alice.send('', { poll });
  await bot.as('olivia', 'polls').vote(voted.id, [2]);
  await bot.as('bob', 'polls').vote(voted.id, [1]);
  await alice.send('', {
    poll: { ...poll, question: { text: 'Which do you take?' }, allow_multiselect: true },
  });
}

function embed(): EmbedBuilder {
  return new EmbedBuilder()
    .setColor(0x3498db)
    .setAuthor({ name: 'Moderation' })
    .setTitle('Case #12 • Warning')
    .setDescription('A description with **bold** text and `code`.')
    .addFields(
      { name: 'Member', value: 'Mallory', inline: true },
      { name: 'Moderator', value: 'Alice', inline: true },
      { name: 'Reason', value: 'Spam in a channel whose name is long enough to wrap in a narrow window' },
    )
    .setImage('attachment://picture.svg')
    .setFooter({ text: 'Appeal within 30 days' })
    .setTimestamp();
}

function notes(): AttachmentBuilder {
  return new AttachmentBuilder(Buffer.from('A note'), { name: 'notes.txt' });
}

function layout() {
  const section = new SectionBuilder()
    .addTextDisplayComponents(
      new TextDisplayBuilder().setContent('### A section\nIts picture stands beside it.'),
    )
    .setThumbnailAccessory(new ThumbnailBuilder().setURL('attachment://a.svg').setDescription('A dot'));
  const gallery = new MediaGalleryBuilder().addItems(
    { media: { url: 'attachment://b.svg' }, description: 'A dot' },
    { media: { url: 'https://example.com/elsewhere.png' }, description: 'A picture from elsewhere' },
  );
  const container = new ContainerBuilder()
    .setAccentColor(0x23a55a)
    .addSectionComponents(section)
    .addSeparatorComponents(new SeparatorBuilder())
    .addMediaGalleryComponents(gallery)
    .addFileComponents(new FileBuilder().setURL('attachment://notes.txt'))
    .addActionRowComponents(buttons('layout'));
  const files = ['a.svg', 'b.svg'].map((name) => new AttachmentBuilder(PICTURE, { name }));
  return { components: [container], flags: MessageFlags.IsComponentsV2 as const, files: [...files, notes()] };
}

function longList() {
  const lines = Array.from(
    { length: 20 },
    (_, index) => `**#${index + 1}** Warning • Mallory • Spam in general`,
  );
  const pages = new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder()
      .setCustomId('back')
      .setLabel('Back')
      .setStyle(ButtonStyle.Secondary)
      .setDisabled(true),
    new ButtonBuilder().setCustomId('next').setLabel('Next').setStyle(ButtonStyle.Secondary),
  );
  return {
    embeds: [new EmbedBuilder().setTitle('Cases of this server').setDescription(lines.join('\n'))],
    components: [pages],
  };
}

function buttons(prefix: string): ActionRowBuilder<ButtonBuilder> {
  const { Primary, Secondary, Success, Danger } = ButtonStyle;
  const styles = { Primary, Secondary, Success, Danger };
  return new ActionRowBuilder<ButtonBuilder>().addComponents(
    ...Object.entries(styles).map(([label, style]) =>
      new ButtonBuilder().setCustomId(`${prefix}-${label}`).setLabel(label).setStyle(style),
    ),
    new ButtonBuilder().setLabel('Link').setStyle(ButtonStyle.Link).setURL('https://example.com'),
  );
}

function controls() {
  const drinks = new StringSelectMenuBuilder()
    .setCustomId('drinks')
    .setPlaceholder('Choose drinks')
    .setMaxValues(2)
    .addOptions(
      { label: 'Tea', value: 'tea', description: 'With milk', emoji: '🍵' },
      { label: 'Coffee', value: 'coffee', description: 'Without' },
      { label: 'Water', value: 'water' },
    );
  const roles = new RoleSelectMenuBuilder().setCustomId('roles').setPlaceholder('Choose a role');
  const channels = new ChannelSelectMenuBuilder().setCustomId('channels').setPlaceholder('Choose a channel');
  return [
    buttons('control'),
    new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(drinks),
    new ActionRowBuilder<RoleSelectMenuBuilder>().addComponents(roles),
    new ActionRowBuilder<ChannelSelectMenuBuilder>().addComponents(channels),
  ];
}

async function answer(interaction: Interaction): Promise<unknown> {
  if (interaction.isChatInputCommand() && interaction.commandName === 'think')
    return interaction.deferReply();
  return undefined;
}
