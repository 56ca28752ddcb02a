/** A bot in a process of its own. */
export interface ComparedBot {
  /** In the folder of the compared bots. */
  readonly file: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export const BARE = 'bare discord.js';
const PLAIN = 'plain Sapphire';
export const GUARDED = 'Sapphire with its own preconditions';
export const TWI = 'Twi, with everything on';

/** The bots that are compared. All answer the same commands. */
export const BOTS: Readonly<Record<string, ComparedBot>> = {
  [BARE]: { file: '../interactions/clients/bare-discord-js.ts' },
  'bare discord.js, without messages': {
    file: '../interactions/clients/bare-discord-js.ts',
    environment: { BENCH_WITHOUT_MESSAGES: 'yes' },
  },
  [PLAIN]: { file: '../interactions/clients/plain-sapphire.ts' },
  [GUARDED]: { file: '../interactions/clients/sapphire-preconditions.ts' },
  [TWI]: { file: '../interactions/clients/twi-host.ts' },
};
