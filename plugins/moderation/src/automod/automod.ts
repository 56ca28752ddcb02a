import type { GuildMember, GuildTextBasedChannel, Message } from 'discord.js';
import type { ModerationContext } from '../context.ts';
import type { Logs } from '../logs/logs.ts';
import type { Sanctions } from './actions/performer.ts';
import type { Verdict } from './engine/rule-set.ts';
import { OwnInvites } from './own-invites.ts';
import { replay, type Replay } from './replay.ts';
import { RuleBook } from './rule-book.ts';
import { subjectOfMessage, subjectOfText, withActivity } from './subject-of.ts';
import { MessageText } from './text/message-text.ts';
import { Watcher } from './watcher.ts';

export interface AutomodParts {
  readonly context: ModerationContext;
  readonly sanctions: Sanctions;
  readonly logs: Pick<Logs, 'post'>;
}

/** Rules that a server has for what its members write. */
export class Automod {
  readonly rules: RuleBook;
  readonly watcher: Watcher;

  constructor(parts: AutomodParts) {
    this.rules = new RuleBook(parts.context);
    this.watcher = new Watcher({ ...parts, rules: this.rules, invites: new OwnInvites() });
  }

  /** What every rule would make of a text, if the member wrote it in the channel now. Counts and does nothing. */
  async testText(
    content: string,
    { member, channel }: { readonly member: GuildMember; readonly channel: GuildTextBasedChannel },
  ): Promise<Verdict[]> {
    const rules = await this.rules.ruleSet(member.guild.id);
    const text = new MessageText(content);
    const ownInvites = await this.watcher.ownInvites(member.guild, text);
    return rules.verdicts(
      subjectOfText(text, { user: member.user, member, channel, at: Date.now(), ownInvites }),
    );
  }

  /** What every rule makes of a message, as if the member had written it. Counts and does nothing. */
  async testMessage(message: Message<true>, member: GuildMember | undefined): Promise<Verdict[]> {
    const { guild, content, createdTimestamp: at } = message;
    const rules = await this.rules.ruleSet(guild.id);
    const text = new MessageText(content);
    const ownInvites = await this.watcher.ownInvites(guild, text);
    const subject = subjectOfMessage(message, text, { member, at, ownInvites });
    return rules.verdicts(
      withActivity(subject, message, { log: this.watcher.activityIn(guild.id), as: 'look' }),
    );
  }

  /** What the rules would have done about the latest messages of a channel. */
  async replay(channel: GuildTextBasedChannel, count: number, only?: number): Promise<Replay> {
    const rules = await this.rules.ruleSet(channel.guild.id);
    return replay({ rules, channel, count, only, watcher: this.watcher });
  }
}
