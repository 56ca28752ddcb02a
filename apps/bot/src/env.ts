import { DURATION_FORMAT, parseDuration } from '@twi/sdk/duration';
import { z } from 'zod';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
/** With `URL.canParse`, which knows what a host and a port may be. */
const PLACE = /^(?:\[[\da-f:.]+\]|[\w.-]+):\d{1,5}$/i;
const SNOWFLAKE = /^\d{17,20}$/;
/** What the template of a Discord token looks like; `sandbox` tokens are longer words, so only the shape of junk is refused. */
const TOKEN = /^[\w.-]{8,}$/;

const port = z.coerce.number().int().min(0).max(65_535);
const snowflakes = z
  .string()
  .transform((list) => list.split(',').map((id) => id.trim()))
  .refine((ids) => ids.every((id) => SNOWFLAKE.test(id)));
const url = (protocols: RegExp): z.ZodURL => z.url({ protocol: protocols });
const http = url(/^https?$/);
const HTTP = 'an http or https URL';
const DURATION = `${DURATION_FORMAT}; at least an hour`;
const SHORTEST_DURATION_MS = 3_600_000;
/** Milliseconds of a duration. What is deleted is gone, so a slip such as `30s` for `30d` is refused. */
const duration = z
  .string()
  .transform((text) => parseDuration(text) ?? 0)
  .refine((ms) => ms >= SHORTEST_DURATION_MS);

/**
 * Every environment variable that the bot reads, with what it accepts. Nothing else in the code reads the
 * environment.
 */
const VARIABLES = {
  DISCORD_TOKEN: [
    z.string().regex(TOKEN),
    'a bot token from the Discord developer portal; leave it out to run against the sandbox',
  ],
  DISCORD_API_URL: [http.refine((value) => value.endsWith('/api')), 'an http or https URL that ends in /api'],
  DISCORD_CDN_URL: [http, HTTP],
  DATABASE_URL: [
    url(/^postgres(ql)?$/),
    'a URL such as postgres://user:password@host:5432/database; leave it out to use the embedded PostgreSQL',
  ],
  DATA_DIR: [z.string().min(1), 'a folder'],
  OWNER_GUILD_ID: [z.string().regex(SNOWFLAKE), 'the id of a guild, 17 to 20 digits'],
  OWNER_IDS: [snowflakes, 'ids of users, 17 to 20 digits each, separated by commas'],
  PLUGIN_PATHS: [
    z.string().transform((list) => list.split(',').map((path) => path.trim())),
    'folders separated by commas',
  ],
  LOG_LEVEL: [z.enum(LOG_LEVELS), `one of ${LOG_LEVELS.join(', ')}`],
  LOG_FORMAT: [z.enum(['pretty', 'json']), 'pretty or json'],
  HTTP_PORT: [port, 'a port, 0 to 65535 (0: any free one)'],
  SANDBOX_PORT: [port, 'a port, 0 to 65535 (0: any free one)'],
  ALLOW_PRIVATE_ADDRESSES: [
    z
      .string()
      .transform((list) => list.split(',').map((place) => place.trim()))
      .refine((places) => places.every(isPlace)),
    'hosts with their ports, separated by commas, such as 127.0.0.1:8080,[::1]:8080,feeds.internal:80',
  ],
  SECRET_ENCRYPTION_KEY: [
    z
      .string()
      .transform((list) => list.split(',').map(keyBytes))
      .refine((keys) => keys.every((key) => key.length === 32)),
    '32 bytes in base64 or hexadecimal, made by: openssl rand -base64 32; several separated by commas, the newest first',
  ],
  ERROR_CHANNEL_ID: [z.string().regex(SNOWFLAKE), 'the id of a channel, 17 to 20 digits'],
  GUILD_PURGE_AFTER: [duration, DURATION],
  RETENTION_COMMAND_USAGES: [duration, DURATION],
  RETENTION_ERROR_LOGS: [duration, DURATION],
  RETENTION_AUDIT_LOGS: [duration, DURATION],
  SHARDS: [
    z
      .string()
      .regex(/^\d+(,\d+)*$/)
      .transform((list) => list.split(',').map(Number)),
    'shard numbers separated by commas, such as 0,1; leave it out to run all',
  ],
  SHARD_COUNT: [z.coerce.number().int().min(1), 'a whole number from 1'],
  TWITTER_BEARER_TOKEN: [z.string().min(1), 'a bearer token of the X API v2'],
  DEVIANTART_CLIENT_ID: [z.string().min(1), 'the client id of a DeviantArt application'],
  DEVIANTART_CLIENT_SECRET: [z.string().min(1), 'the client secret of the same application'],
  OPENAI_API_KEY: [z.string().min(1), 'an API key of OpenAI'],
  GOOGLE_API_KEY: [z.string().min(1), 'an API key of Google'],
  GOOGLE_CSE_ID: [z.string().min(1), 'the id of a Google Programmable Search engine'],
  AO3_BASE_URL: [http, HTTP],
  DEVIANTART_BASE_URL: [http, HTTP],
  GOOGLE_BASE_URL: [http, HTTP],
  OPENAI_BASE_URL: [http, HTTP],
  TWITTER_BASE_URL: [http, HTTP],
} as const satisfies Record<string, readonly [z.ZodType, string]>;

/** A host and a port, and nothing else of an address. */
function isPlace(text: string): boolean {
  return PLACE.test(text) && URL.canParse(`http://${text}`);
}

/** Variables that mean something only together. */
const GROUPS: readonly (readonly VariableName[])[] = [
  ['DEVIANTART_CLIENT_ID', 'DEVIANTART_CLIENT_SECRET'],
  ['GOOGLE_API_KEY', 'GOOGLE_CSE_ID'],
];

/** Variables that mean nothing without another one, which may stand alone. */
const NEEDS: readonly (readonly [VariableName, VariableName])[] = [
  ['DISCORD_API_URL', 'DISCORD_TOKEN'],
  ['SHARDS', 'SHARD_COUNT'],
];

/** A shorter password is a word that log lines hold for other reasons. */
const SHORTEST_SECRET = 8;

const SECRETS: readonly VariableName[] = [
  'DISCORD_TOKEN',
  'TWITTER_BEARER_TOKEN',
  'DEVIANTART_CLIENT_SECRET',
  'OPENAI_API_KEY',
  'GOOGLE_API_KEY',
];

/** A key as text: 64 hexadecimal digits, or base64; nothing when it is neither. */
function keyBytes(text: string): Buffer {
  const key = text.trim();
  if (/^[\da-f]{64}$/i.test(key)) return Buffer.from(key, 'hex');
  return /^[A-Za-z\d+/]{43}=?$/.test(key) ? Buffer.from(key, 'base64') : Buffer.alloc(0);
}

export type VariableName = keyof typeof VARIABLES;

export type Environment = { readonly [Name in VariableName]?: z.output<(typeof VARIABLES)[Name][0]> } & {
  /** Values that must never be shown. */
  readonly secrets: readonly string[];
};

/** Everything that is wrong with the environment, one line a fault. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The environment is not usable:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

/**
 * Reads and checks the environment. An empty variable counts as absent, as in a `.env` file with the value left out.
 *
 * @throws {EnvironmentError} naming every fault at once, with what is accepted and without any value.
 */
export function readEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const names = Object.keys(VARIABLES) as VariableName[];
  const given = new Set(names.filter((name) => source[name]));
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  for (const name of given) {
    const [schema, accepted] = VARIABLES[name];
    const result = schema.safeParse(source[name]);
    if (result.success) values[name] = result.data;
    else faults.push(`${name} must be ${accepted}.`);
  }
  faults.push(...missingPartners(given));
  if (faults.length > 0) throw new EnvironmentError(faults);
  const secrets = [
    ...SECRETS.flatMap((name) => source[name] || []),
    ...(source['SECRET_ENCRYPTION_KEY']?.split(',').map((key) => key.trim()) ?? []),
    ...databasePassword(source['DATABASE_URL']),
  ];
  return { ...values, secrets };
}

function missingPartners(given: ReadonlySet<VariableName>): string[] {
  const incomplete = GROUPS.filter((group) => group.some((name) => given.has(name)));
  const pairs = [
    ...incomplete.flatMap((group) =>
      group.filter((name) => !given.has(name)).map((name) => [name, group] as const),
    ),
    ...NEEDS.filter(([name, needed]) => given.has(name) && !given.has(needed)).map(
      ([name, needed]) => [needed, [name]] as const,
    ),
  ];
  return pairs.map(([name, because]) => {
    const others = because.filter((other) => other !== name).join(' and ');
    return `${name} is missing: it goes with ${others}. It must be ${VARIABLES[name][1]}.`;
  });
}

function databasePassword(address: string | undefined): string[] {
  const password = address ? decodeURIComponent(new URL(address).password) : '';
  return password.length < SHORTEST_SECRET ? [] : [password];
}
