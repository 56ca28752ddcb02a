import { CursorError, databaseTrouble } from '@twi/database';
import {
  ConfigurationError,
  phrase,
  type Phrase,
  reply,
  type Reply,
  type Translator,
  UpstreamError,
  UserError,
} from '@twi/sdk';
import { DiscordAPIError } from 'discord.js';
import { RequestError } from 'got';
import { DISCORD_SENTENCES } from './discord-sentences.ts';
import type { ErrorKind } from './error-kind.ts';
import { HandlerTimeoutError } from './handler-timeout-error.ts';
import { SlowDatabaseError } from './slow-database-error.ts';

/** An error that is to be told. */
export interface ToldError {
  readonly error: unknown;
  readonly kind: ErrorKind;
  /** What the person can quote to an operator. */
  readonly id: string;
}

/** What the person reads about an error, in one sentence or two. */
export function errorReply(told: ToldError, t: Translator): Reply {
  const words = sentence(told);
  return reply.error(typeof words === 'string' ? words : t.say(words));
}

function sentence({ error, kind, id }: ToldError): Phrase | string {
  if (error instanceof CursorError) return phrase('core:errors.stale-page');
  if (kind === 'refusal' && error instanceof UserError)
    return phraseOf(error) ?? (error.message || phrase('core:errors.not-possible'));
  if (kind === 'configuration' && error instanceof ConfigurationError) return error.message;
  if (kind === 'upstream') return upstreamPhrase(error, id);
  if (kind === 'discord') {
    const known = error instanceof DiscordAPIError && DISCORD_SENTENCES.get(Number(error.code));
    return phrase(known || 'core:errors.discord');
  }
  return phrase(error instanceof HandlerTimeoutError ? 'core:errors.timeout' : 'core:errors.bug', { id });
}

function upstreamPhrase(error: unknown, id: string): Phrase {
  if (error instanceof SlowDatabaseError) return phrase('core:errors.database-slow', { id });
  const trouble = databaseTrouble(error);
  if (trouble === 'busy' || trouble === 'full') return phrase(`core:errors.database-${trouble}`, { id });
  return phrase('core:errors.upstream', { service: serviceOf(error) });
}

/** Of the failures that come from outside, those that name nobody are the database's. */
function serviceOf(error: unknown): Phrase | string {
  if (error instanceof UpstreamError) return error.service;
  const url = error instanceof RequestError && error.options.url;
  return url ? new URL(url).hostname : phrase('core:database');
}

/** What `refusal` put there. */
function phraseOf({ context }: UserError): Phrase | undefined {
  if (typeof context !== 'object' || context === null || !('phrase' in context)) return undefined;
  return context.phrase as Phrase; // -- nobody else calls it so
}
