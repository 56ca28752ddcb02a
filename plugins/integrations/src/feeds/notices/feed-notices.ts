import { escaped, reply, type Translator, translator } from '@twi/sdk';
import {
  channelMention,
  type Guild,
  PermissionFlagsBits,
  type SendableChannels,
  type User,
} from 'discord.js';
import type { IntegrationsContext } from '../../context.ts';
import { type DueNotice, FeedNoticeRepository } from '../../database/feed-notice-repository.ts';
import type { PauseReason } from '../../database/feed-tables.ts';

const MOST_LINES = 10;
const NEEDED =
  PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages | PermissionFlagsBits.EmbedLinks;

/** Tells the staff of a guild once that feeds have stopped. */
export class FeedNotices {
  readonly #context: IntegrationsContext;
  readonly #notices: FeedNoticeRepository;

  constructor(context: IntegrationsContext) {
    this.#context = context;
    this.#notices = new FeedNoticeRepository(context.db);
  }

  /** Tells what is due in the guilds of this process. @returns how many guilds there were. */
  async tellDue(): Promise<number> {
    const guilds = this.#context.client.guilds.cache;
    const guildIds = (await this.#notices.listGuilds()).filter((id) => guilds.get(id)?.available);
    for (const guildId of guildIds) await this.#tellGuild(guilds.get(guildId));
    return guildIds.length;
  }

  async #tellGuild(guild: Guild | undefined): Promise<void> {
    const due = guild && (await this.#notices.claim(guild.id));
    if (!guild || !due || due.length === 0) return;
    const byReason = Map.groupBy(due, ({ reason }) => reason);
    for (const [reason, notices] of byReason) {
      await this.#tell(guild, reason, notices);
      await this.#notices.settle(notices);
    }
  }

  /** In the first place of the staff that takes it: the channel for their updates, that of a feed, else the owner's messages. */
  async #tell(guild: Guild, reason: PauseReason, notices: readonly DueNotice[]): Promise<void> {
    const message = reply.warning(textOf(reason, notices, await translator(guild)), { footer: guild.name });
    const [first] = notices;
    const nonce = `feeds-${first?.id}-${first?.pausedAt.getTime().toString(36)}`.slice(-25);
    for (const place of await placesOf(guild, reason, notices)) {
      try {
        await place.send({ ...message, nonce, enforceNonce: true });
        return;
      } catch (error) {
        this.#context.logger.debug('A place of the staff does not take a notice.', error);
      }
    }
    this.#context.logger.warn(`Nobody of the guild ${guild.id} could be told that feeds are paused.`);
  }
}

function textOf(reason: PauseReason, notices: readonly DueNotice[], t: Translator): string {
  const lines = notices.slice(0, MOST_LINES).map(({ number, name, channelId }) =>
    t('integrations:feeds.notice.line', {
      number,
      name: escaped(name),
      channel: channelMention(channelId),
    }),
  );
  const more = notices.length - lines.length;
  return [
    t(`integrations:feeds.notice.${reason === 'staff' ? 'failing' : reason}`),
    ...lines,
    ...(more > 0 ? [t('integrations:feeds.notice.more', { count: more })] : []),
    t('integrations:feeds.notice.resume'),
  ].join('\n');
}

async function placesOf(
  guild: Guild,
  reason: PauseReason,
  notices: readonly DueNotice[],
): Promise<readonly (SendableChannels | User)[]> {
  const bot = guild.members.me ?? (await guild.members.fetchMe());
  const isBroken = reason === 'channel-gone' || reason === 'no-permission';
  const own = isBroken ? [] : notices.map(({ channelId }) => guild.channels.cache.get(channelId));
  const open = [guild.publicUpdatesChannel, ...own.slice(0, 1)].flatMap((channel) =>
    channel?.isSendable() && channel.permissionsFor(bot).has(NEEDED) ? [channel] : [],
  );
  const owner = await guild.fetchOwner();
  return [...open, owner.user];
}
