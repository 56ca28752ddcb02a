import { customId, type PlainReply, reply } from '@twi/sdk';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  channelMention,
  SnowflakeUtil,
  time,
  TimestampStyles,
  userMention,
} from 'discord.js';
import type { EntryCounts, Import } from '../database/import-repository.ts';
import type { ImportPhase, ImportState } from '../database/import-tables.ts';

/** What can be done about an import, by the verb in the custom id of its button. */
const BUTTONS = {
  pause: { label: 'Pause', style: ButtonStyle.Secondary, in: ['running'] },
  resume: { label: 'Go on', style: ButtonStyle.Primary, in: ['paused'] },
  cancel: { label: 'Cancel', style: ButtonStyle.Danger, in: ['running', 'paused'] },
  review: { label: 'Review', style: ButtonStyle.Success, in: ['running', 'paused', 'cancelled', 'done'] },
  list: {
    label: 'List as CSV',
    style: ButtonStyle.Secondary,
    in: ['running', 'paused', 'cancelled', 'done'],
  },
} as const satisfies Record<string, { readonly in: readonly ImportState[]; readonly [key: string]: unknown }>;

export type ImportVerb = keyof typeof BUTTONS;

const BAR_LENGTH = 20;
const PHASES: Readonly<Record<Exclude<ImportPhase, 'messages'>, string>> = {
  'open-threads': 'Looking at the open posts.',
  'archived-threads': 'Looking at the archived posts.',
  'reopened-threads': 'Looking at posts that were opened again meanwhile.',
};

/** Tells whether a text names something that can be done about an import, for state from a custom id. */
export function isImportVerb(text: string): text is ImportVerb {
  return Object.hasOwn(BUTTONS, text);
}

/** How far an import is, with buttons. */
export function importReply(run: Import, counts: EntryCounts): PlainReply {
  const options = {
    title: 'Import of old posts',
    fields: fieldsOf(run, counts),
    components: [buttonsOf(run, counts)],
  };
  const where = channelMention(run.channelId);
  if (run.state === 'running') return reply.info(`Going through ${where}.\n${shareText(run)}`, options);
  if (run.state === 'done')
    return reply.success(`All of ${where} is imported.${reviewText(counts)}`, options);
  if (run.state === 'cancelled')
    return reply.warning(
      `The import of ${where} was cancelled. What it added stays.${reviewText(counts)}`,
      options,
    );
  return reply.warning(
    `The import of ${where} is paused.${run.note === null ? '' : ` ${run.note}`}\n${shareText(run)}`,
    options,
  );
}

function reviewText({ review }: EntryCounts): string {
  if (review === 0) return '';
  const posts = review === 1 ? '1 post waits' : `${review} posts wait`;
  return ` ${posts} for somebody to look at: press **Review**, or type \`/gallery-admin review\` later.`;
}

function shareText(run: Import): string {
  if (run.phase !== 'messages') return PHASES[run.phase];
  const share = shareOf(run);
  const full = Math.round(share * BAR_LENGTH);
  return `\`${'█'.repeat(full)}${'░'.repeat(BAR_LENGTH - full)}\` ${Math.floor(share * 100)} %`;
}

/** How much of its time the import has gone through, 0 to 1: nobody knows how many messages a channel has. */
function shareOf({ channelId, afterId, untilId, position }: Import): number {
  // A channel is as old as its id.
  const from = SnowflakeUtil.timestampFrom(
    afterId !== null && BigInt(afterId) > BigInt(channelId) ? afterId : channelId,
  );
  const whole = SnowflakeUtil.timestampFrom(untilId) - from;
  const done = position === null ? 0 : SnowflakeUtil.timestampFrom(position) - from;
  return whole <= 0 ? 0 : Math.min(Math.max(done / whole, 0), 1);
}

function fieldsOf(run: Import, { added, review, accepted, skipped, known }: EntryCounts) {
  const begun = time(run.createdAt, TimestampStyles.RelativeTime);
  const values: Record<string, string | number | null> = {
    'Looked at': run.scanned,
    Added: added + accepted,
    'To review': review,
    'Known before': known || null,
    Skipped: skipped || null,
    Begun: run.startedBy === null ? begun : `${begun} by ${userMention(run.startedBy)}`,
  };
  return Object.entries(values).flatMap(([name, value]) =>
    value === null ? [] : [{ name, value: value.toLocaleString('en-US'), inline: true }],
  );
}

function buttonsOf({ id, state }: Import, { review }: EntryCounts): ActionRowBuilder<ButtonBuilder> {
  const buttons = Object.entries(BUTTONS)
    .filter(
      ([verb, button]) =>
        (button.in as readonly ImportState[]).includes(state) && (verb !== 'review' || review > 0),
    )
    .map(([verb, { label, style }]) =>
      new ButtonBuilder()
        .setCustomId(customId('gallery', 'import', `${verb}:${id}`))
        .setLabel(label)
        .setStyle(style),
    );
  return new ActionRowBuilder<ButtonBuilder>().addComponents(buttons);
}
