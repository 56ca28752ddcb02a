import type { GuildMember, GuildTextBasedChannel, Message, Snowflake } from 'discord.js';
import { ActivityLog } from './engine/activity-log.ts';
import type { Finding, RuleSet } from './engine/rule-set.ts';
import { subjectOfMessage, withActivity } from './subject-of.ts';
import { MessageText } from './text/message-text.ts';
import type { Watcher } from './watcher.ts';

/** Discord's most for one request, of messages and of members (Resources › Channel; Gateway › Request Guild Members). */
const PAGE = 100;

interface ReplayedMessage {
  readonly message: Message<true>;
  readonly findings: readonly Finding[];
}

/** What rules would have done. */
export interface Replay {
  /** How many messages were looked at. */
  readonly looked: number;
  /** Those that rules would have applied to, oldest first. */
  readonly caught: readonly ReplayedMessage[];
}

export interface ReplayRequest {
  readonly rules: RuleSet;
  readonly channel: GuildTextBasedChannel;
  readonly count: number;
  /** Only this rule, also if it is off. */
  readonly only: number | undefined;
  readonly watcher: Pick<Watcher, 'ownInvites'>;
}

/** Goes through the latest messages of a channel as if each had just been written. */
export async function replay({ rules, channel, count, only, watcher }: ReplayRequest): Promise<Replay> {
  const messages = await latest(channel, count);
  const members = await membersOf(channel, messages);
  const log = new ActivityLog();
  const caught: ReplayedMessage[] = [];
  for (const message of messages) {
    const text = new MessageText(message.content);
    const ownInvites = await watcher.ownInvites(channel.guild, text);
    const writing = { member: members.get(message.author.id), at: message.createdTimestamp, ownInvites };
    const subject = withActivity(subjectOfMessage(message, text, writing), message, { log, as: 'new' });
    const findings = rules
      .verdicts(subject)
      .flatMap(({ rule, hits, isExempt }) =>
        hits && !isExempt && isMeant(rule, only) ? { rule, hits } : [],
      );
    if (findings.length > 0) caught.push({ message, findings });
  }
  return { looked: messages.length, caught };
}

function isMeant({ number, isEnabled }: Finding['rule'], only: number | undefined): boolean {
  return only === undefined ? isEnabled : number === only;
}

/** Oldest first, without those of bots. */
async function latest(channel: GuildTextBasedChannel, count: number): Promise<Message<true>[]> {
  const found: Message<true>[] = [];
  for (let before: Snowflake | undefined; found.length < count;) {
    const limit = Math.min(count - found.length, PAGE);
    const page = await channel.messages.fetch({ limit, cache: false, ...(before && { before }) });
    found.push(...page.values());
    before = page.lastKey();
    if (page.size < limit) break;
  }
  return found.filter(({ author, system }) => !author.bot && !system).toReversed();
}

async function membersOf(
  { guild }: GuildTextBasedChannel,
  messages: readonly Message<true>[],
): Promise<ReadonlyMap<Snowflake, GuildMember>> {
  const ids = [...new Set(messages.map(({ author }) => author.id))];
  const members = new Map<Snowflake, GuildMember>();
  for (let at = 0; at < ids.length; at += PAGE) {
    const page = await guild.members.fetch({ user: ids.slice(at, at + PAGE) });
    for (const [id, member] of page) members.set(id, member);
  }
  return members;
}
