import type { Page } from '@twi/database';
import { customId, parseCustomId, type PlainReply, reply } from '@twi/sdk';
import type { Guild } from 'discord.js';
import { blindness } from '../automod/blindness.ts';
import type { Rule } from '../automod/rules/rule.ts';
import { automodRuleLine } from './automod-rule-line.ts';

const HANDLER = 'automod-list';

/** A page of `/automod list`. */
export function automodListReply(
  { rows, previous, next }: Page<Rule>,
  { client }: Pick<Guild, 'client'>,
): PlainReply {
  const problem = blindness({ intents: client.options.intents, flags: client.application.flags });
  return reply.list([...(problem ? [problem, ''] : []), ...rows.map(automodRuleLine)], {
    title: 'Automod rules',
    empty: 'There is no rule yet. Add one with `/automod add`.',
    previous: previous && customId('moderation', HANDLER, previous),
    next: next && customId('moderation', HANDLER, next),
  });
}

/** The page that a button shows, or `undefined` when it is another's button. */
export function parseAutomodPage(id: string): string | undefined {
  const parsed = parseCustomId(id);
  return parsed?.plugin === 'moderation' && parsed.handler === HANDLER ? parsed.state : undefined;
}
