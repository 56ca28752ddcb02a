import { AuditLogEvent } from 'discord.js';
import { type RawBuilder, sql } from 'kysely';
import type { MixedLoad } from '../mixed-load.ts';
import type { Stage } from '../stage.ts';
import type { StoredFacts } from '../stored-facts.ts';
import { marksIn } from './marks-in.ts';

/** Something that deeds of a kind leave behind, once each. */
export interface Trace {
  readonly kind: string;
  readonly what: string;
  /**
   * Whether it must be there when the person was told that it is done; else it may be missing, such as a refused message.
   * `if heard`: nobody answers, and of what happens while the bot is away, Discord tells nothing.
   */
  readonly isPromised: boolean | 'if heard';
  /** How often each mark is there. */
  count(load: MixedLoad, facts: StoredFacts): Promise<ReadonlyMap<string, number>>;
}

interface Text {
  readonly text: string | null;
}

/** Everything that is kept for people: a row of a table each. */
const ROWS: Readonly<Record<string, RawBuilder<Text>>> = {
  warn: sql`select reason as text from moderation.cases where type = 'warn' and state = 'done'`,
  note: sql`select reason as text from moderation.cases where type = 'note' and state = 'done'`,
  timeout: sql`select reason as text from moderation.cases where type = 'timeout' and state = 'done'`,
  ban: sql`select reason as text from moderation.cases where type = 'ban' and state = 'done'`,
  'ban-unban': sql`select reason as text from moderation.cases where type = 'unban' and state = 'done'`,
  'case-note': sql`select text from moderation.case_notes`,
  'gallery-add': sql`select title as text from gallery.items`,
  repost: sql`select description || title as text from gallery.items where source_message_id is not null`,
  'creator-link': sql`select title as text from creator_links.creator_links where deleted_at is not null`,
  link: sql`select title as text from creator_links.links where deleted_at is null`,
  undo: sql`select title as text from creator_links.links where deleted_at is not null`,
  quote: sql`select text from utility.quotes`,
  reminder: sql`select text from utility.reminders where delivered_at is not null`,
  custom: sql`select name as text from utility.custom_commands where deleted_at is not null`,
  setting: sql`select value::text as text from core.settings_revisions where plugin_id = 'integrations'`,
};

const ROW_TRACES = Object.entries(ROWS).map(([kind, query]): Trace => ({
  kind,
  what: 'stored',
  isPromised: true,
  count: async (_, facts) => marksIn((await facts.rows(query)).map(({ text }) => text ?? '')),
}));

/** What the bot wrote where people see it. */
export const TRACES: readonly Trace[] = [
  ...ROW_TRACES,
  posted('news', true, (stage) => [stage.channelId('news')]),
  posted('repost', true, (stage) => [stage.channelId('art')]),
  // Of those while it was away, the board finds what is among the last hundred messages of a channel.
  posted('star', 'if heard', (stage) => [stage.channelId('board')]),
  posted('say', true, (stage) => stage.talks),
  posted('poll', true, (stage) => stage.talks),
  posted('reminder', true, (stage) => stage.talks),
  posted('warn', false, (stage) => [stage.channelId('log')]),
  posted('ban', false, (stage) => [stage.channelId('log')]),
  told('warn'),
  audited('ban', AuditLogEvent.MemberBanAdd),
  audited('ban-unban', AuditLogEvent.MemberBanAdd),
  audited('ban-unban', AuditLogEvent.MemberBanRemove),
  audited('timeout', AuditLogEvent.MemberUpdate),
];

function posted(
  kind: string,
  isPromised: Trace['isPromised'],
  channelsOf: (stage: Stage) => readonly string[],
): Trace {
  return {
    kind,
    what: 'posted',
    isPromised,
    count: ({ sandbox, stages }) => {
      const messages = stages.flatMap((stage) => channelsOf(stage).flatMap((id) => sandbox.messages(id)));
      const own = messages.filter(({ author }) => author.id === sandbox.bot.id);
      return Promise.resolve(marksIn(own.map((message) => JSON.stringify(message))));
    },
  };
}

function told(kind: string): Trace {
  return {
    kind,
    what: 'told by direct message',
    isPromised: false,
    count: ({ sandbox, stages }) => {
      const people = stages.flatMap(({ members }) => members);
      const messages = people.flatMap((userId) => sandbox.directMessages(userId));
      return Promise.resolve(marksIn(messages.map((message) => JSON.stringify(message))));
    },
  };
}

function audited(kind: string, event: AuditLogEvent): Trace {
  return {
    kind,
    what: `done on Discord (${AuditLogEvent[event]})`,
    isPromised: true,
    count: ({ stages }) => {
      const entries = stages.flatMap(({ guild }) => guild.auditLog);
      const own = entries.filter(({ action_type }) => action_type === event);
      return Promise.resolve(marksIn(own.map(({ reason = '' }) => reason)));
    },
  };
}
