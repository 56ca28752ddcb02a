import { ConfigurationError, reply, type Reply, UpstreamError, UserError } from '@twi/sdk';
import { DiscordAPIError } from 'discord.js';
import { DISCORD_SENTENCES } from './discord-sentences.ts';
import type { ErrorKind } from './error-kind.ts';
import { HandlerTimeoutError } from './handler-timeout-error.ts';

const NOT_POSSIBLE = 'That is not possible here.';

/** What the person reads about an error, in one sentence or two. `id` is what they can quote to an operator. */
export function errorReply(error: unknown, kind: ErrorKind, id: string): Reply {
  return reply.error(sentence(error, kind, id));
}

function sentence(error: unknown, kind: ErrorKind, id: string): string {
  if (kind === 'refusal' && error instanceof UserError) return error.message || NOT_POSSIBLE;
  if (kind === 'configuration' && error instanceof ConfigurationError) return error.message;
  if (kind === 'upstream')
    return `${error instanceof UpstreamError ? error.service : 'The database'} is not answering. Please try again later.`;
  if (kind === 'discord')
    return (
      (error instanceof DiscordAPIError && DISCORD_SENTENCES.get(Number(error.code))) ||
      'Discord is not answering as it should. Please try again later.'
    );
  if (error instanceof HandlerTimeoutError) return `That took too long, so I stopped waiting (id \`${id}\`).`;
  return `Something went wrong on my side (id \`${id}\`). It was recorded.`;
}
