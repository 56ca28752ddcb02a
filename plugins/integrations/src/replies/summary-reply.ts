import { clip, customId, type PlainReply, reply, type Translator } from '@twi/sdk';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  channelMention,
  hyperlink,
  type MessageActionRowComponentBuilder,
  type Snowflake,
  TimestampStyles,
  time,
} from 'discord.js';
import type { ReadBy } from '../openai/openai.ts';
import { addressesIn, shownText, type Source } from '../openai/shown-text.ts';
import type { Summary } from '../openai/summaries.ts';

const LONGEST_OVERVIEW = 900;
const LONGEST_TITLE = 80;
const LONGEST_TEXT = 350;
const MOST_TOPICS = 8;
/** Escaping and addresses add to a text, so what fits is counted when all is said; an embed takes 4,096. */
const LONGEST_SUMMARY = 3_900;
const LONGEST_MODEL = 100;

interface SummaryView {
  readonly t: Translator;
  /** Whether whoever asked may show it to everybody. */
  readonly isShareable: boolean;
}

/** What a model says that was said, held against what it was given. */
export function summaryReply(
  read: ReadBy & { readonly summary: Summary },
  { t, isShareable }: SummaryView,
): PlainReply {
  const { channel, conversation, leftOut, summary, model } = read;
  const { utterances } = conversation;
  const source = sourceOf(read);
  const [first] = utterances;
  const head = t('integrations:openai.summary-of', {
    messages: t('integrations:openai.messages', { count: utterances.length }),
    people: t('integrations:openai.people', {
      count: new Set(utterances.map(({ authorId }) => authorId)).size,
    }),
    channel: channelMention(channel.id),
    since: first ? time(first.at, TimestampStyles.ShortDateTime) : '',
  });
  const blocks = [
    head,
    ...(leftOut > 0 ? [`-# ${t('integrations:openai.left-out', { count: leftOut })}`] : []),
    '',
    shownText(summary.overview, LONGEST_OVERVIEW, source),
    ...summary.topics.slice(0, MOST_TOPICS).map((topic) => topicText(topic, read, source)),
  ];
  return reply.info(fitting(blocks), {
    title: t('integrations:openai.summary'),
    footer: t('integrations:openai.machine-made', { model: modelShown(model) }),
    components: isShareable ? [shareRow(channel.id, t)] : [],
  });
}

/** What texts of a model about a conversation are held against. */
export function sourceOf({ conversation: { people, utterances } }: ReadBy): Source {
  return { people, addresses: addressesIn(utterances.map(({ text }) => text)) };
}

/** The name of a model, which is what a service says that it is. */
export function modelShown(model: string): string {
  return clip(model.replaceAll(/[^\w.:/-]/g, ''), LONGEST_MODEL);
}

function topicText(
  { title, text, messages }: Summary['topics'][number],
  { conversation }: ReadBy,
  source: Source,
): string {
  // What names no message that was sent is made up.
  const shown = conversation.utterances.find(({ number }) => messages.includes(number));
  const link = shown ? ` ${hyperlink('↗', shown.url)}` : '';
  return `\n**${shownText(title, LONGEST_TITLE, source)}**${link}\n${shownText(text, LONGEST_TEXT, source)}`;
}

/** As many texts as there is room for, whole. */
function fitting(texts: readonly string[]): string {
  let length = 0;
  return texts.filter((text) => (length += text.length + 1) <= LONGEST_SUMMARY).join('\n');
}

function shareRow(channelId: Snowflake, t: Translator): ActionRowBuilder<MessageActionRowComponentBuilder> {
  return new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(
    new ButtonBuilder()
      .setCustomId(customId('integrations', 'share-summary', channelId))
      .setLabel(t('integrations:openai.share'))
      .setStyle(ButtonStyle.Secondary),
  );
}
