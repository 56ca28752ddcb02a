import type { Piece } from '@sapphire/framework';
import type { Snowflake } from 'discord.js';
import type { EntryPoint } from '../entry-point.ts';

/** Who caused a run, for its entry: by name, unless the piece is to be used without a trace of who did. */
export function entryPerson(
  piece: Piece | undefined,
  userId: Snowflake,
): Pick<EntryPoint, 'hiddenUserId' | 'userId'> {
  return piece && isDiscreet(piece) ? { hiddenUserId: userId } : { userId };
}

function isDiscreet({ options }: Piece): boolean {
  return 'discreet' in options && options.discreet === true;
}
