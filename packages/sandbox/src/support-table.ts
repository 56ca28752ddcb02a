import { GatewayIntentBits } from 'discord-api-types/v10';
import { intentsFor } from './gateway/intents.ts';
import { DAILY_SESSIONS, gatewayRoutes } from './rest/gateway-info.ts';
import { RESOURCES } from './rest/routes.ts';
import type { Resource } from './rest/routes.ts';
import { EVENT_NAMES } from './state/event-name.ts';

/** Events that answer one session alone. */
const SESSION_EVENTS = ['GUILD_MEMBERS_CHUNK', 'READY', 'RESUMED', 'VOICE_SERVER_UPDATE'];

const INTRODUCTION = `# What the sandbox serves

The operations and events of the local Discord, as its route table and its gateway hold them. This page is written by a test:
\`WRITE_SUPPORT_TABLE=1 npx vitest run packages/sandbox/test/support-table.test.ts\`.

A request for anything else is answered with 404, as Discord answers a route that does not exist.`;

const ABSENT = `## Not there

Scheduled events, stage instances, soundboard, templates, the widget, onboarding, monetisation (entitlements, SKUs, subscriptions),
linked roles, group conversations, and sound in voice channels. Auto moderation looks for keywords, patterns and numbers of mentions;
Discord's own word lists and its sense for spam are not known here.`;

const GATEWAY_ROUTES = gatewayRoutes(1, () => ({ remaining: DAILY_SESSIONS, resetAfterMs: 0 }));

const FAULTS = `## Faults

What \`POST /control/faults\` takes as \`{ "type": …, … }\`, and \`sandbox.faults\` as a method. \`clear\` ends all of them, but for guilds that are out.`;

const FAULT_ROWS: readonly (readonly string[])[] = [
  [
    '`fail-next`',
    '`status`, `retryAfterMs`, `scope`, `body`',
    'requests are answered with an error; a `body` that is a text is sent as HTML; `scope` of a 429: `user`, `global`, `shared`',
  ],
  [
    '`break-next`',
    '`breaks`: `hang`, `reset`, `truncate`, `slow`, `garble`',
    'the answer never comes, the connection is reset before or amid it, its second half comes 5 s late, it is no JSON',
  ],
  [
    'both',
    '`method`, `template`, `times`, `forMs`, `chance`, `afterwards`',
    'which requests, how many, how long, how likely, and whether they are carried out all the same',
  ],
  ['`latency`', '`milliseconds`', 'every answer comes later'],
  ['`drop-gateway`', '', 'connections are cut'],
  ['`refuse-gateway`', '`refusing`', 'new connections are cut at once'],
  ['`freeze-gateway`', '', 'connections stand, but nothing passes: half open'],
  ['`slow-gateway`', '`helloMs`, `loginMs`', 'HELLO comes late, or the answer to IDENTIFY and RESUME'],
  ['`invalidate-session`', '`resumable`', 'op 9'],
  ['`request-reconnect`', '', 'op 7'],
  ['`ignore-heartbeats`', '`ignoring`', 'heartbeats are not answered'],
  ['`limit-session-starts`', '`remaining`, `resetAfterMs`', 'so many sessions may still be started'],
  ['`guild-outage`', '`guild`, `out`', 'a guild is unavailable'],
  [
    '`duplicate-next`, `delay-next`',
    '`event`, `milliseconds`',
    'the next event of a name comes twice, or late',
  ],
  ['`duplicate-events`', '`chance`', 'events come twice'],
  ['`reorder-events`', '`milliseconds`', 'what comes within that time comes in the opposite order'],
];

/** Renders the page of the documentation that lists what the sandbox supports. */
export function renderSupportTable(): string {
  const gateway: Resource = { title: 'Finding the gateway', routes: GATEWAY_ROUTES };
  const resources = [gateway, ...RESOURCES].map(({ title, routes }) => {
    const rows = routes.map(({ method, template }) => [method, `\`${template}\``]);
    return `### ${title}\n\n${table(['Method', 'Path'], rows)}`;
  });
  const events = [...EVENT_NAMES, ...SESSION_EVENTS].toSorted().map((name) => {
    const inGuilds = intentNames(intentsFor(name, true));
    const inDirect = intentNames(intentsFor(name, false));
    return [`\`${name}\``, inGuilds, inDirect];
  });
  const sections = [
    INTRODUCTION,
    '## REST',
    ...resources,
    '## Gateway events',
    table(['Event', 'Intent in guilds', 'Intent in direct conversations'], events),
    FAULTS,
    table(['Type', 'With', 'What happens'], FAULT_ROWS),
    ABSENT,
  ];
  return `${sections.join('\n\n')}\n`;
}

function intentNames(bits: number): string {
  const names = Object.entries(GatewayIntentBits)
    .filter(([name, bit]) => typeof bit === 'number' && (bits & bit) !== 0 && !DEPRECATED.has(name))
    .map(([name]) => `\`${name}\``);
  return names.join(', ') || '–';
}

/** Older names of the same bits. */
const DEPRECATED: ReadonlySet<string> = new Set(['GuildBans', 'GuildEmojisAndStickers']);

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
