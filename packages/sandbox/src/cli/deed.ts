import { CommandLineError } from './command-line-error.ts';

/** What a member does in the client that is neither a message nor sent to the bot as an interaction. */
export type Deed =
  | { readonly verb: 'vote'; readonly answers: readonly string[] }
  | { readonly verb: 'react' | 'unreact'; readonly emoji: string; readonly target: string }
  | { readonly verb: 'thread'; readonly name: string }
  | { readonly verb: 'voice'; readonly channel: string }
  | { readonly verb: 'language'; readonly locale: string }
  | { readonly verb: 'edit'; readonly content: string }
  | { readonly verb: 'ban' | 'unban' | 'kick'; readonly user: string; readonly reason: string }
  | { readonly verb: 'timeout'; readonly user: string; readonly minutes: number; readonly reason: string }
  | { readonly verb: 'delete' | 'join' | 'leave' };

const ALONE = /^(delete|join|leave)$/;
const VERB = /^(vote|react|unreact|thread|voice|language|edit)\s+(.+)$/s;
const MEASURE = /^(ban|unban|kick|timeout)\s+(@\S+|\d{15,20})(?:\s+(.+))?$/s;
const REACTION = /^(\S+)(?:\s+(?:on\s+)?(\d{15,20}|last))?$/;
const MINUTES = /^(\d+)(?:\s+(.+))?$/s;

/**
 * Reads what a member does by hand: `vote Tea, Coffee`, `react 👍`, `voice Lounge`, `kick @mallory spam`. Text of any
 * other shape is none of these.
 *
 * @throws {CommandLineError} for a verb that misses something.
 */
export function readDeed(text: string): Deed | undefined {
  const [, alone] = ALONE.exec(text) ?? [];
  if (alone === 'delete' || alone === 'join' || alone === 'leave') return { verb: alone };
  const [, verb, rest = ''] = VERB.exec(text) ?? [];
  switch (verb) {
    case 'vote':
      return { verb, answers: rest.split(',').map((answer) => answer.trim()) };
    case 'react':
    case 'unreact':
      return reaction(verb, rest);
    case 'thread':
      return { verb, name: rest };
    case 'voice':
      return { verb, channel: rest };
    case 'language':
      return { verb, locale: rest };
    case 'edit':
      return { verb, content: rest };
    case undefined:
    default:
      return measure(text);
  }
}

function reaction(verb: 'react' | 'unreact', rest: string): Deed {
  const [, emoji, target = 'last'] = REACTION.exec(rest) ?? [];
  if (emoji !== undefined) return { verb, emoji, target };
  throw new CommandLineError(`Write: ${verb} <emoji>, or ${verb} <emoji> <message id>`);
}

function measure(text: string): Deed | undefined {
  const [, verb, user = '', rest = ''] = MEASURE.exec(text) ?? [];
  if (verb === 'ban' || verb === 'unban' || verb === 'kick') return { verb, user, reason: rest };
  if (verb !== 'timeout') return undefined;
  const [, minutes, reason = ''] = MINUTES.exec(rest) ?? [];
  if (minutes === undefined)
    throw new CommandLineError('Write: timeout @member <minutes> <reason>; 0 minutes end it');
  return { verb, user, minutes: Number(minutes), reason };
}
