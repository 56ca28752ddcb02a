import { randomUUID } from 'node:crypto';
import { ApplicationIntegrationType, InteractionContextType, InteractionType } from 'discord-api-types/v10';
import type { APIMessage, APIMessageInteractionMetadata } from 'discord-api-types/v10';
import { languageOf, languageOfGuild } from '../actions/languages.ts';
import { forgetExpiredInteractions } from '../actions/interaction-tokens.ts';
import { renderMember } from '../state/member.ts';
import { renderChannel } from '../state/render-channel.ts';
import { permissionsIn } from '../state/standing.ts';
import { uploadLimitOf } from '../state/upload-limit.ts';
import { Exchange } from './exchange.ts';
import { placeOf } from './player.ts';
import type { Place, Player } from './player.ts';

const DEFERRED_MS = 10_000;

/** How long a member waits for a deferred answer. */
export interface WaitOptions {
  /** Milliseconds, 10,000 by default; afterwards the exchange is handed over in state `deferred`. */
  readonly deferredTimeoutMs?: number;
}

/** Sends an interaction to the bot and observes what comes of it. */
export function launch(
  player: Player,
  options: { type: InteractionType; data: object; message?: APIMessage; wait?: WaitOptions | undefined },
): Exchange {
  const { world, userId } = player;
  const place = placeOf(player);
  const id = world.ids.next();
  const token = randomUUID();
  const exchange = new Exchange(id, {
    deadlineMs: world.interactionDeadlineMs,
    deferredMs: options.wait?.deferredTimeoutMs ?? DEFERRED_MS,
  });
  forgetExpiredInteractions(world);
  world.interactions.set(token, {
    id,
    token,
    type: options.type,
    channelId: player.channelId,
    userId,
    createdAt: Date.now(),
    metadata: metadataOf(player, place, { id, ...options }),
    observer: exchange,
    isThinking: false,
    isEphemeral: false,
    ...(place.guild && { guildId: place.guild.id }),
    ...(options.message && { sourceMessageId: options.message.id }),
  });
  world.emit(
    'INTERACTION_CREATE',
    {
      id,
      token,
      type: options.type,
      version: 1,
      application_id: world.state.application.id,
      data: options.data,
      channel_id: player.channelId,
      locale: languageOf(world, userId),
      entitlements: [],
      attachment_size_limit: uploadLimitOf(world, place.channel),
      authorizing_integration_owners: ownersOf(place),
      ...personOf(player, place),
      ...(options.message && { message: options.message }),
    },
    place.guild?.id,
  );
  return exchange;
}

function personOf({ world, userId }: Player, { channel, guild, member }: Place): object {
  const own = permissionsIn(world, channel, userId).toString();
  const shared = {
    channel: { ...renderChannel(world, channel), permissions: own },
    app_permissions: permissionsIn(world, channel, world.botId).toString(),
  };
  if (!guild || !member) {
    return { ...shared, user: world.user(userId), context: InteractionContextType.BotDM };
  }
  return {
    ...shared,
    context: InteractionContextType.Guild,
    guild_id: guild.id,
    guild_locale: languageOfGuild(guild),
    guild: { id: guild.id, locale: languageOfGuild(guild), features: [] },
    member: { ...renderMember(member, world.user(userId)), permissions: own },
  };
}

function ownersOf(place: Place): Record<string, string> {
  return { [ApplicationIntegrationType.GuildInstall]: place.guild?.id ?? '0' };
}

function metadataOf(
  { world, userId }: Player,
  place: Place,
  options: { id: string; type: InteractionType; data: object; message?: APIMessage },
): APIMessageInteractionMetadata {
  const metadata = {
    id: options.id,
    type: options.type,
    user: world.user(userId),
    authorizing_integration_owners: ownersOf(place),
    ...('name' in options.data && { name: options.data.name }),
    ...(options.type === InteractionType.MessageComponent && { interacted_message_id: options.message?.id }),
  };
  // -- a union over the kinds of interaction; `type` is one of them
  return metadata as APIMessageInteractionMetadata;
}
