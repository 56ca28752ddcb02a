import {
  ActionRowBuilder,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  ChannelType,
  ContainerBuilder,
  EmbedBuilder,
  FileBuilder,
  type MessageActionRowComponentBuilder,
  MediaGalleryBuilder,
  MentionableSelectMenuBuilder,
  MessageFlags,
  RoleSelectMenuBuilder,
  SectionBuilder,
  SeparatorBuilder,
  SeparatorSpacingSize,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  ThumbnailBuilder,
  UserSelectMenuBuilder,
  type WebhookMessageCreateOptions,
} from 'discord.js';
import { expect, test } from 'vitest';
import { judge } from './judge.ts';
import { sentByWebhook } from './sent-by-webhook.ts';

const V2 = MessageFlags.IsComponentsV2;
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const row = (...components: MessageActionRowComponentBuilder[]) =>
  new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(...components);
const button = (id: string) =>
  new ButtonBuilder().setCustomId(id).setLabel('Go').setStyle(ButtonStyle.Primary);
const link = () =>
  new ButtonBuilder().setURL('https://a.example/b').setLabel('Open').setStyle(ButtonStyle.Link);
const select = () => new StringSelectMenuBuilder().setCustomId('pick');
const options = (count: number) => times(count, (index) => ({ label: `Option ${index}`, value: `${index}` }));
const text = (content: string) => new TextDisplayBuilder().setContent(content);
const png = (name: string) => new AttachmentBuilder(Buffer.from('png'), { name });

const GOOD: readonly [string, WebhookMessageCreateOptions][] = [
  ['a word', { content: 'pong' }],
  ['2,000 characters', { content: 'x'.repeat(2_000) }],
  ['2,000 emoji, which JavaScript counts as 4,000', { content: '🎨'.repeat(2_000) }],
  ['a zero-width space', { content: '\u200b' }],
  ['no mentions', { content: '@everyone', allowedMentions: { parse: [] } }],
  ['listed users', { content: 'x', allowedMentions: { parse: ['everyone'], users: ['123456789012345678'] } }],
  ['parsed users and no list', { content: 'x', allowedMentions: { parse: ['users'], users: [] } }],
  ['suppressed embeds', { content: 'https://a.example', flags: MessageFlags.SuppressEmbeds }],
  ['a title', { embeds: [new EmbedBuilder().setTitle('Cases')] }],
  ['only an image', { embeds: [new EmbedBuilder().setImage('https://a.example/b.png')] }],
  ['only fields', { embeds: [new EmbedBuilder().addFields({ name: 'a', value: 'b', inline: true })] }],
  ['only a footer', { embeds: [new EmbedBuilder().setFooter({ text: 'page 1' })] }],
  [
    'a full embed',
    {
      embeds: [
        new EmbedBuilder()
          .setTitle('t'.repeat(256))
          .setDescription('d'.repeat(4_096))
          .setURL('https://a.example/b?c=d#e')
          .setColor(0xff_ff_ff)
          .setTimestamp()
          .setAuthor({ name: 'A', url: 'http://a.example', iconURL: 'https://a.example/i.png' })
          .setFooter({ text: 'f', iconURL: 'attachment://i.png' })
          .setThumbnail('attachment://t.png')
          .addFields(times(25, (index) => ({ name: `${index}`, value: '\u200b' }))),
      ],
    },
  ],
  [
    '6,000 characters in two embeds',
    { embeds: times(2, () => new EmbedBuilder().setDescription('x'.repeat(3_000))) },
  ],
  ['ten embeds', { embeds: times(10, (index) => new EmbedBuilder().setTitle(`${index}`)) }],
  [
    'an embed and its picture',
    { embeds: [new EmbedBuilder().setImage('attachment://chart.png')], files: [png('chart.png')] },
  ],
  ['a file alone', { files: [png('a.png')] }],
  ['ten files', { files: times(10, (index) => png(`${index}.png`)) }],
  ['a described spoiler', { files: [png('a.png').setDescription('A painting').setSpoiler(true)] }],
  ['a row of five buttons', { content: 'x', components: [row(...times(5, (index) => button(`${index}`)))] }],
  ['five rows of buttons', { content: 'x', components: times(5, (index) => row(button(`${index}`))) }],
  ['components alone', { components: [row(button('go'))] }],
  ['two links to one place', { content: 'x', components: [row(link(), link())] }],
  [
    'a button with an emoji only',
    {
      content: 'x',
      components: [row(new ButtonBuilder().setCustomId('a').setEmoji('◀️').setStyle(ButtonStyle.Secondary))],
    },
  ],
  [
    'a button with an emoji by id',
    { content: 'x', components: [row(button('a').setEmoji({ id: '123456789012345678' }))] },
  ],
  [
    'a custom emoji in full',
    { content: 'x', components: [row(button('a').setEmoji('<:art:123456789012345678>'))] },
  ],
  ['a disabled button', { content: 'x', components: [row(button('a').setDisabled(true))] }],
  [
    'a premium button',
    {
      content: 'x',
      components: [row(new ButtonBuilder().setSKUId('123456789012345678').setStyle(ButtonStyle.Premium))],
    },
  ],
  ['a link to the client', { content: 'x', components: [row(link().setURL('discord://-/channels/1'))] }],
  [
    'a select of 25',
    { content: 'x', components: [row(select().addOptions(options(25)).setMinValues(0).setMaxValues(25))] },
  ],
  [
    'a select with a default',
    {
      content: 'x',
      components: [
        row(select().addOptions({ label: 'a', value: 'a', default: true, emoji: { name: '🎨' } })),
      ],
    },
  ],
  [
    'a select and buttons in other rows',
    { content: 'x', components: [row(select().addOptions(options(1))), row(button('a'), button('b'))] },
  ],
  [
    'selects of Discord’s',
    {
      content: 'x',
      components: [
        row(new UserSelectMenuBuilder().setCustomId('u').setDefaultUsers('123456789012345678')),
        row(new RoleSelectMenuBuilder().setCustomId('r').setMinValues(0).setMaxValues(5)),
        row(new MentionableSelectMenuBuilder().setCustomId('m')),
        row(
          new ChannelSelectMenuBuilder()
            .setCustomId('c')
            .setChannelTypes(ChannelType.GuildText, ChannelType.GuildForum),
        ),
      ],
    },
  ],
  [
    'a poll',
    {
      poll: {
        question: { text: 'Tea?' },
        answers: [{ text: 'Yes', emoji: '🍵' }, { text: 'n'.repeat(55) }],
        allowMultiselect: true,
        duration: 768,
      },
    },
  ],
  ['a text of the new kind', { flags: V2, components: [text('Hello')] }],
  ['4,000 characters of the new kind', { flags: V2, components: times(4, () => text('x'.repeat(1_000))) }],
  ['40 components of the new kind', { flags: V2, components: times(40, () => text('x')) }],
  ['six rows of the new kind', { flags: V2, components: times(6, (index) => row(button(`${index}`))) }],
  [
    'a gallery',
    {
      flags: V2,
      components: [
        new MediaGalleryBuilder().addItems(times(10, () => ({ media: { url: 'https://a.example/b.png' } }))),
      ],
    },
  ],
  [
    'a file of the new kind',
    {
      flags: V2,
      components: [new FileBuilder().setURL('attachment://notes.txt')],
      files: [png('notes.txt')],
    },
  ],
  [
    'a container with everything',
    {
      flags: V2,
      components: [
        new ContainerBuilder()
          .setAccentColor(0x11_22_33)
          .addTextDisplayComponents(text('# Gallery'))
          .addSeparatorComponents(new SeparatorBuilder().setSpacing(SeparatorSpacingSize.Large))
          .addSectionComponents(
            new SectionBuilder().addTextDisplayComponents(text('a')).setButtonAccessory(button('open')),
            new SectionBuilder()
              .addTextDisplayComponents(text('b'))
              .setThumbnailAccessory(new ThumbnailBuilder().setURL('https://a.example/t.png')),
          )
          .addActionRowComponents(row(select().addOptions(options(3)))),
      ],
    },
  ],
];

test.each(GOOD)('%s is accepted wherever a message is sent', async (_name, message) => {
  const { body, files } = await sentByWebhook(message);

  const verdicts = [
    judge({ method: 'POST', template: '/webhooks/{webhook_id}/{webhook_token}', body, files }),
    judge({ method: 'POST', template: '/channels/{channel_id}/messages', body, files }),
    judge({
      method: 'POST',
      template: '/interactions/{interaction_id}/{interaction_token}/callback',
      body: { type: 4, data: body },
      files,
    }),
    judge({
      method: 'POST',
      template: '/interactions/{interaction_id}/{interaction_token}/callback',
      body: { type: 7, data: body },
      files,
    }),
    judge({
      method: 'PATCH',
      template: '/webhooks/{webhook_id}/{webhook_token}/messages/@original',
      body,
      files,
    }),
    judge({
      method: 'PATCH',
      template: '/channels/{channel_id}/messages/{message_id}',
      body,
      files,
      messageFlags: 0,
    }),
    judge({
      method: 'POST',
      template: '/channels/{channel_id}/threads',
      body: { name: 'Post', message: body },
      files,
    }),
  ];

  expect(verdicts).toEqual(verdicts.map(() => ['accepted']));
});
