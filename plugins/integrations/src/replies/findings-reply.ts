import { clip, escaped, type PlainReply, reply, type Translator } from '@twi/sdk';
import { channelMention, hyperlink, TimestampStyles, time, userMention } from 'discord.js';
import type { ReadBy } from '../openai/openai.ts';
import type { Finding } from '../openai/rule-check.ts';
import { shownText, type Source } from '../openai/shown-text.ts';
import { modelShown, sourceOf } from './summary-reply.ts';

const LONGEST_EXCERPT = 120;
const LONGEST_RULE = 120;
const LONGEST_REASON = 250;
/** An embed takes 4,096; this leaves room for how many there are besides. */
const LONGEST_LIST = 3_900;

/** What may be against the rules, for staff to look at. */
export function findingsReply(
  read: ReadBy & { readonly findings: readonly Finding[] },
  t: Translator,
): PlainReply {
  const { channel, conversation, findings, leftOut, model } = read;
  const source = sourceOf(read);
  const head = t('integrations:openai.checked', {
    messages: t('integrations:openai.messages', { count: conversation.utterances.length }),
    channel: channelMention(channel.id),
  });
  const rest = leftOut > 0 ? `\n-# ${t('integrations:openai.left-out', { count: leftOut })}` : '';
  const shown = fittingFindings(findings.map((finding) => findingText(finding, source, t)));
  const more = findings.length - shown.length;
  const lines = [
    `${head}${rest}`,
    ...(findings.length === 0 ? [t('integrations:openai.no-findings')] : shown),
    ...(more > 0 ? [t('integrations:more', { count: more })] : []),
  ];
  return reply.info(lines.join('\n\n'), {
    title: t('integrations:openai.findings'),
    footer: t('integrations:openai.machine-judged', { model: modelShown(model) }),
  });
}

function findingText(
  { utterance, rule, reason, confidence }: Finding,
  source: Source,
  t: Translator,
): string {
  const { authorId, at, url, text } = utterance;
  const where = hyperlink(t('integrations:openai.to-message'), url);
  const sure = t(`integrations:openai.confidence.${confidence}`);
  return [
    `**${sure}** · ${userMention(authorId)} ${time(at, TimestampStyles.RelativeTime)} · ${where}`,
    `> ${shownText(text, LONGEST_EXCERPT, source)}`,
    t('integrations:openai.rule', { rule: escaped(clip(rule, LONGEST_RULE)) }),
    shownText(reason, LONGEST_REASON, source),
  ].join('\n');
}

function fittingFindings(texts: readonly string[]): string[] {
  let length = 0;
  return texts.filter((text) => (length += text.length + 2) <= LONGEST_LIST - 400);
}
