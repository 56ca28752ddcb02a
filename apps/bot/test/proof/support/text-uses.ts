import type { GuardedUse } from '@twi/host';
import type { ProofBot } from './proof-bot.ts';

/** Which of the commands can be typed as messages too. */
export function textUses({ host }: ProofBot, uses: readonly GuardedUse[]): GuardedUse[] {
  const names = new Set(
    host.plugins
      .list()
      .flatMap(({ commands }) => commands)
      .filter(({ piece }) => piece.options.text === true)
      .map(({ name }) => name),
  );
  return uses.filter(({ kind, name }) => kind === 'slash' && names.has(name.split(' ')[0] ?? ''));
}
