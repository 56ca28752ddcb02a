import { Listener } from '@sapphire/framework';
import type { Piece } from '@sapphire/pieces';
import { Events } from 'discord.js';

const COMING_ONLINE: ReadonlySet<unknown> = new Set([Events.ClientReady, Events.ShardReady]);

/**
 * Lets a listener that catches up when Discord is there wait until the bot is up: where it is in thousands of guilds,
 * what it asks the database would keep waiting those who want an answer. Later sessions find the bot up.
 */
export function holdUntilUp(piece: Piece, up: Promise<void>): void {
  if (!(piece instanceof Listener) || !COMING_ONLINE.has(piece.event)) return;
  const run: (...args: readonly unknown[]) => unknown = piece.run.bind(piece);
  Object.assign(piece, {
    async run(...args: readonly unknown[]): Promise<void> {
      await up;
      // It may have been unloaded meanwhile.
      if (piece.enabled) await run(...args);
    },
  });
}
