import { absentOn } from '@twi/sdk';
import {
  GatewayIntentBits,
  type Guild,
  type GuildTextBasedChannel,
  type Message,
  type PartialMessage,
  RESTJSONErrorCodes,
  type Snowflake,
} from 'discord.js';
import type { ModerationContext } from '../context.ts';
import type { LogSubject } from './log-entry.ts';
import { LOG_KINDS } from './log-kind.ts';
import type { Logs } from './logs.ts';
import {
  attachmentsEmbed,
  bulkDeletionEmbed,
  deletionEmbed,
  directMessageEmbed,
  editEmbed,
  linksEmbed,
  type WrittenPlace,
} from './message-embeds.ts';
import { MessageMemory, type RememberedMessage } from './message-memory.ts';

const HOUR_MS = 3_600_000;
/** How long it is remembered who wrote a message whose text is not. */
const AUTHOR_MS = 24 * HOUR_MS;
const PRUNE_EVERY_MS = 600_000;
const MOST_LINKS = 20;
/** Kinds of entries that a new message makes, or a later event about it. */
const OF_NEW_MESSAGES = ['message-edits', 'message-deletions', 'attachments', 'links'] as const;
const LINK = /https?:\/\/[^\s<>]+/gi;

/** Logs what is written, edited and deleted. */
export class MessageLog {
  readonly #context: ModerationContext;
  readonly #logs: Logs;
  readonly #memory = new MessageMemory();

  constructor(context: ModerationContext, logs: Logs) {
    this.#context = context;
    this.#logs = logs;
    context.every(PRUNE_EVERY_MS, () => this.#memory.prune());
  }

  /** Whether a guild is known to log nothing of new messages nor to need what they were, which is told without a promise. */
  isKnownUnwanted(guildId: Snowflake): boolean {
    const settings = this.#context.settings.known(guildId);
    return settings !== undefined && OF_NEW_MESSAGES.every((kind) => settings[LOG_KINDS[kind]] === null);
  }

  /** Remembers a new message for as long as the server wants, and logs its files and links. */
  async written(message: Message<true>): Promise<void> {
    const { guild, author, content, attachments } = message;
    await this.#remember(message);
    if (author.id === guild.client.user.id) return;
    const [place, subject] = [placeOf(guild, message), subjectOf(message)];
    if (attachments.size > 0) {
      const embed = attachmentsEmbed(place, [...attachments.values()]);
      await this.#logs.post({ kind: 'attachments', guild, subject, embed });
    }
    const links = content.match(LINK)?.slice(0, MOST_LINKS) ?? [];
    if (links.length > 0)
      await this.#logs.post({ kind: 'links', guild, subject, embed: linksEmbed(place, links) });
  }

  /** Logs an edit, with both texts where they are remembered. Discord tells of previews of links as edits, too. */
  async edited(before: Message | PartialMessage, after: Message<true>): Promise<void> {
    const { guild, author, content } = after;
    const known = await this.#recall(guild, after.id);
    const isEdit =
      known?.content === undefined ? isNewEdit(known ?? before, after) : known.content !== content;
    if (!isEdit || author.id === guild.client.user.id) return;
    const isRemembered = await this.#remember(after);
    const embed = editEmbed(placeOf(guild, after), {
      before: known?.content,
      after: isRemembered ? content : undefined,
    });
    await this.#logs.post({ kind: 'message-edits', guild, subject: subjectOf(after), embed });
  }

  async deleted(guild: Guild, message: Message | PartialMessage): Promise<void> {
    const known = await this.#recall(guild, message.id);
    this.#memory.forget(message.id);
    const userId = known?.authorId ?? message.author?.id;
    const place = { ...placeOf(guild, message), authorId: userId };
    const roleIds = await this.#ignorableRoles(guild, userId);
    const subject = { channelId: message.channelId, userId, roleIds };
    const embed = deletionEmbed(place, known?.content);
    await this.#logs.post({ kind: 'message-deletions', guild, subject, embed });
  }

  async deletedAtOnce(
    messages: readonly (Message | PartialMessage)[],
    channel: GuildTextBasedChannel,
  ): Promise<void> {
    const { guild } = channel;
    const known = await Promise.all(
      messages.toReversed().map(async ({ id, author }) => {
        const found = await this.#recall(guild, id);
        this.#memory.forget(id);
        return { authorId: found?.authorId ?? author?.id, text: found?.content };
      }),
    );
    const embed = bulkDeletionEmbed(channel.id, known);
    await this.#logs.post({ kind: 'message-deletions', guild, subject: { channelId: channel.id }, embed });
  }

  /** Logs a direct message to the bot in every server that wants it and has the author as a member. */
  async direct({ author, content, attachments }: Message): Promise<void> {
    const { client, services, settings } = this.#context;
    for (const guild of client.guilds.cache.values()) {
      if (!services.get('moderation', guild.id)) continue;
      if ((await settings.get(guild.id)).logDirectMessages === null) continue;
      const member = await guild.members.fetch(author.id).catch(() => undefined);
      if (!member) continue;
      const subject = { userId: author.id, roleIds: [...member.roles.cache.keys()] };
      const embed = directMessageEmbed(author.id, content, attachments.size);
      await this.#logs.post({ kind: 'direct-messages', guild, subject, embed });
    }
  }

  /** Whether the text was remembered. What Discord keeps from the bot looks empty, and is not known to be. */
  async #remember({ guild, id, author, content, editedTimestamp }: Message<true>): Promise<boolean> {
    const { logContentHours, logEdits, logDeletions } = await this.#context.settings.get(guild.id);
    if (logEdits === null && logDeletions === null) return false;
    const seesAll = guild.client.options.intents.has(GatewayIntentBits.MessageContent);
    const isOwn = author.id === guild.client.user.id;
    const isWanted = logContentHours > 0 && !isOwn && (seesAll || content !== '');
    this.#memory.remember(id, {
      authorId: author.id,
      content: isWanted ? content : undefined,
      editedAt: editedTimestamp,
      until: Date.now() + (isWanted ? logContentHours * HOUR_MS : AUTHOR_MS),
    });
    return isWanted;
  }

  /** The roles of an author, where some roles are not logged: Discord does not tell them with a deletion. */
  async #ignorableRoles(guild: Guild, userId: Snowflake | undefined): Promise<readonly Snowflake[]> {
    const { logIgnoredRoles } = await this.#context.settings.get(guild.id);
    if (userId === undefined || logIgnoredRoles.length === 0) return [];
    const member = await absentOn(
      guild.members.fetch(userId),
      RESTJSONErrorCodes.UnknownMember,
      RESTJSONErrorCodes.UnknownUser,
    );
    return [...(member?.roles.cache.keys() ?? [])];
  }

  /** What is remembered, without the text if the server no longer wants that. */
  async #recall(guild: Guild, messageId: Snowflake): Promise<RememberedMessage | undefined> {
    const { logContentHours } = await this.#context.settings.get(guild.id);
    const known = this.#memory.recall(messageId);
    return known && logContentHours === 0 ? { ...known, content: undefined } : known;
  }
}

function isNewEdit(
  before: Pick<RememberedMessage, 'editedAt'> | Message | PartialMessage,
  { editedTimestamp }: Message,
): boolean {
  const last = 'editedTimestamp' in before ? before.editedTimestamp : before.editedAt;
  return editedTimestamp !== null && editedTimestamp !== last;
}

function placeOf(guild: Guild, { channelId, id, author }: Message | PartialMessage): WrittenPlace {
  return { guildId: guild.id, channelId, messageId: id, authorId: author?.id };
}

function subjectOf({ channelId, author, member }: Message | PartialMessage): LogSubject {
  return { channelId, userId: author?.id, roleIds: [...(member?.roles.cache.keys() ?? [])] };
}
