import { once } from 'node:events';
import { connect } from 'node:net';
import { Identifiers } from '@sapphire/framework';
import { CursorError } from '@twi/database';
import { ConfigurationError, UpstreamError, UserError } from '@twi/sdk';
import { DiscordAPIError, HTTPError } from 'discord.js';
import got from 'got';
import { expect, test } from 'vitest';
import { errorKind } from '../../src/errors/error-kind.ts';
import { fingerprint } from '../../src/errors/fingerprint.ts';
import { HandlerTimeoutError } from '../../src/errors/handler-timeout-error.ts';
import { DiscordUnreachableError } from '../../src/errors/discord-unreachable-error.ts';
import { SlowDiscordError } from '../../src/errors/slow-discord-error.ts';
import { SlowDatabaseError } from '../../src/errors/slow-database-error.ts';
import type { EntryPoint } from '../../src/entry-point.ts';

const entry: EntryPoint = { plugin: 'gallery', kind: 'chat-input', name: 'gallery add' };

const refusal = (identifier: string): UserError => new UserError({ identifier, message: 'no' });
const discord = (code: number): DiscordAPIError =>
  new DiscordAPIError({ code, message: 'no' }, code, 400, 'GET', 'http://127.0.0.1/', {});

function thrownElsewhere(): Error {
  return new RangeError('gone');
}

/** What Node really says when nobody listens. */
async function connectionRefused(): Promise<unknown> {
  const [error]: unknown[] = await once(connect({ host: '127.0.0.1', port: 1 }), 'error');
  return error;
}

/** What a plugin's HTTP client says when nobody listens. */
const webSiteAway: unknown = await got('http://127.0.0.1:1/', { retry: { limit: 0 } }).catch(
  (error: unknown) => error,
);

test.each<[string, unknown, string]>([
  ['a refusal', refusal('gallery.full'), 'refusal'],
  ['a cooldown', refusal(Identifiers.PreconditionCooldown), 'refusal'],
  ['a precondition that does not exist', refusal(Identifiers.PreconditionUnavailable), 'bug'],
  ['a button of another page than there is', new CursorError('"1" is not a cursor'), 'refusal'],
  ['another service', new UpstreamError('AO3', 'answered 503'), 'upstream'],
  ['a web site that is away', webSiteAway, 'upstream'],
  ['something not set up', new ConfigurationError('no key'), 'configuration'],
  ['a missing permission', discord(50013), 'discord'],
  ['closed direct messages', discord(50007), 'discord'],
  ['a request that Discord finds malformed', discord(50035), 'bug'],
  [
    'Discord being down',
    new HTTPError(503, 'Service Unavailable', 'GET', 'http://127.0.0.1/', {}),
    'discord',
  ],
  [
    'Discord being out of reach',
    new DiscordUnreachableError({ isRepeatable: true, cause: new Error('other side closed') }),
    'discord',
  ],
  [
    'a handler that Discord kept waiting',
    new SlowDiscordError(new HandlerTimeoutError(entry, 2_500, 'answer')),
    'discord',
  ],
  ['a handler that took too long', new HandlerTimeoutError(entry, 2_500, 'answer'), 'bug'],
  [
    'a handler that the database kept waiting',
    new SlowDatabaseError(new HandlerTimeoutError(entry, 2_500, 'answer')),
    'upstream',
  ],
  ['a disk that is full', Object.assign(new Error('No space left'), { code: '53100' }), 'upstream'],
  ['a deadlock', Object.assign(new Error('deadlock detected'), { code: '40P01' }), 'upstream'],
  ['a server that shuts down', Object.assign(new Error('terminating'), { code: '57P01' }), 'upstream'],
  ['a connection that broke', new Error('Connection terminated unexpectedly'), 'upstream'],
  ['a pool that gets no connection', new Error('timeout exceeded when trying to connect'), 'upstream'],
  ['a query that is wrong', Object.assign(new Error('syntax error'), { code: '42601' }), 'bug'],
  ['a mistake', new TypeError('x is undefined'), 'bug'],
  ['something thrown that is no error', 'text', 'bug'],
])('%s', (_what, error, kind) => {
  expect(errorKind(error)).toBe(kind);
});

test('a database that nobody answers for is another service', async () => {
  expect(errorKind(await connectionRefused())).toBe('upstream');
});

test('the same error with other values has the same fingerprint', () => {
  const [first, second] = ['sunset', 'dawn at sea'].map(
    (value) => new RangeError(`The item "${value}" is gone`),
  );

  expect(fingerprint(first as Error, entry)).toBe(fingerprint(second as Error, entry));
});

test.each<[string, Error, EntryPoint]>([
  ['another function', thrownElsewhere(), entry],
  ['another entry', new RangeError('gone'), { ...entry, name: 'gallery edit' }],
  ['another plugin', new RangeError('gone'), { ...entry, plugin: 'stats' }],
  ['another class', new TypeError('gone'), entry],
])('%s gives another fingerprint', (_what, error, other) => {
  const first = new RangeError('gone');

  expect(fingerprint(error, other)).not.toBe(fingerprint(first, entry));
});
