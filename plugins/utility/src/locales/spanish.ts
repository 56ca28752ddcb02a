import type { Translation } from '@twi/sdk';
import type { english } from './english.ts';
import { spanishCommands } from './spanish-commands.ts';

/** Informal, with “tú”. */
export const spanish = {
  commands: spanishCommands,
  pages: { previous: 'Anterior', next: 'Siguiente' },
} as const satisfies Translation<typeof english>;
