import { clip, type PlainReply, reply, type Translator } from '@twi/sdk';
import { bold } from 'discord.js';
import type { Rolled } from '../dice/roll-dice.ts';

/** A hundred dice of a thousand sides need about half of that. */
const LONGEST_DICE = 1_500;

/** What fell, with the total. */
export function rollReply({ notation, shown, total, natural }: Rolled, t: Translator): PlainReply {
  const isLone = shown === `[${total}]`;
  const dice = isLone ? '' : `${clip(shown, LONGEST_DICE)} = `;
  return reply.info(`${dice}${bold(total.toLocaleString(t.locale))}`, {
    title: `🎲 ${notation}`,
    ...(natural && { footer: t(natural === 20 ? 'utility:dice.natural-20' : 'utility:dice.natural-1') }),
  });
}
