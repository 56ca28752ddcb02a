import { type ILogger, SapphireClient } from '@sapphire/framework';
import { container } from '@sapphire/pieces';
import { loadPreconditions as loadSubcommandPreconditions } from '@sapphire/plugin-subcommands';
import {
  type ClientOptions,
  GatewayIntentBits,
  Partials,
  type Snowflake,
  type WebSocketOptions,
} from 'discord.js';
import { deferGuilds } from '../caches/defer-guilds.ts';
import { keepUnread } from '../caches/keep-unread.ts';
import { makeCache } from '../caches/make-cache.ts';
import { leaveOutMembers } from '../caches/without-members.ts';
import { rejectLongCommandLimit } from '../commands/sync-failure.ts';
import { receiveMessages } from '../messages/receive-messages.ts';
import type { HostOptions } from '../options.ts';
import { rememberCorePieces, restoreCorePieces } from './core-pieces.ts';
import type { PreconditionClass } from './host-preconditions.ts';
import type { DiscordTrouble } from './discord-trouble.ts';
import { HostReadyListener } from './host-ready-listener.ts';
import { liftInteractionLimit } from './interaction-rest.ts';
import { type KnownPrefix, messageReception } from './message-reception.ts';
import { quickenAnswers } from './quick-answers.ts';
import { numberMessages } from './numbered-messages.ts';
import { dropRepeatedEvents } from './repeated-events.ts';
import { sparingIdentifyThrottler } from './sparing-identify-throttler.ts';
import { steadyRequests } from './steady-requests.ts';
import { steadyStrategy } from './steady-shards.ts';
import { mendReasons } from './well-formed-reasons.ts';

/** discord.js keeps a queue for every interaction's token until this sweep. */
const HANDLER_SWEEP_INTERVAL_MS = 300_000;

/** The largest files on a slow line; everything else is given up much sooner. */
const UPLOAD_WITHIN_MS = 60_000;

/** Without these, events about what is not in the cache (an old message, somebody who left) never reach a listener. */
const PARTIALS = [Partials.Channel, Partials.GuildMember, Partials.Message, Partials.Reaction, Partials.User];

/** Commands can be typed as messages. Without the intent for content, Discord sends that of mentions alone. */
const OWN_INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
];

export interface ClientParts extends Pick<HostOptions, 'apiUrl' | 'shards' | 'shardCount'> {
  /** What the plugins need; the host adds its own. */
  readonly intents: readonly GatewayIntentBits[];
  readonly logger: ILogger;
  /** The host's own preconditions by name; they take the place of Sapphire's of the same name. */
  readonly preconditions: Readonly<Record<string, PreconditionClass>>;
  /** The prefix of message commands in a guild, besides a mention of the bot. */
  readonly prefixOf: (guildId: Snowflake) => Promise<string | null>;
  readonly knownPrefix: KnownPrefix;
  /** Is told when Discord answers badly. */
  readonly trouble: DiscordTrouble;
  /** Who says when a shard may identify. Default: discord.js, for the shards of this process alone. */
  readonly buildIdentifyThrottler?: WebSocketOptions['buildIdentifyThrottler'];
}

/**
 * Builds Sapphire's client with its own pieces loaded and nothing else: the host imports and inserts what plugins
 * bring. Does not connect.
 */
export async function createClient(parts: ClientParts): Promise<SapphireClient> {
  rememberCorePieces();
  deferGuilds();
  const client = new SapphireClient(clientOptions(parts));
  await restoreCorePieces();
  rememberCorePieces();
  loadSubcommandPreconditions();
  liftInteractionLimit(client.rest, () => client.application?.id);
  quickenAnswers(client.rest, parts.trouble);
  mendReasons(client.rest);
  numberMessages(client.rest);
  dropRepeatedEvents(client);
  leaveOutMembers(client);
  keepUnread(client);
  receiveMessages(client);
  container.pluginContexts = new WeakMap();
  // Sapphire's own would send requests for commands at each start.
  await container.stores.loadPiece({ store: 'listeners', name: 'CoreReady', piece: HostReadyListener });
  const reception = messageReception(parts.knownPrefix);
  await container.stores.loadPiece({ store: 'listeners', name: 'CoreMessageCreate', piece: reception });
  for (const [name, piece] of Object.entries(parts.preconditions))
    await container.stores.loadPiece({ store: 'preconditions', name, piece });
  await container.stores.load();
  // `login` loads the stores once more, which would throw out what the host inserts until then.
  for (const store of container.stores.values()) store.loadAll = () => Promise.resolve();
  return client;
}

function clientOptions({
  apiUrl,
  shards,
  shardCount,
  intents,
  logger,
  prefixOf,
  buildIdentifyThrottler,
  trouble,
}: ClientParts): ClientOptions {
  return {
    intents: [...new Set([...OWN_INTENTS, ...intents])],
    partials: PARTIALS,
    makeCache: makeCache(),
    // A reply quotes what people typed; whoever wants to ping says so.
    allowedMentions: { parse: [], repliedUser: false },
    shards: shards ?? 'auto',
    ...(shardCount !== undefined && { shardCount }),
    ws: {
      buildIdentifyThrottler: sparingIdentifyThrottler({ build: buildIdentifyThrottler, logger }),
      buildStrategy: steadyStrategy,
    },
    rest: {
      ...(apiUrl && { api: apiUrl }),
      handlerSweepInterval: HANDLER_SWEEP_INTERVAL_MS,
      rejectOnRateLimit: rejectLongCommandLimit,
      makeRequest: steadyRequests(trouble),
      timeout: UPLOAD_WITHIN_MS,
    },
    logger: { instance: logger },
    baseUserDirectory: null,
    loadMessageCommandListeners: true,
    // Phones begin a line with a capital.
    caseInsensitiveCommands: true,
    // Nobody else reads a direct message, so it needs no prefix.
    fetchPrefix: ({ guildId }) => (guildId === null ? '' : prefixOf(guildId)),
    // The host's error handler takes their place.
    loadDefaultErrorListeners: false,
    loadApplicationCommandRegistriesStatusListeners: false,
  };
}
