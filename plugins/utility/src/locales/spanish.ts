import type { Translation } from '@twi/sdk';
import { spanishChoices } from './spanish-choices.ts';
import type { english } from './english.ts';
import { spanishCommands } from './spanish-commands.ts';

/** Informal, with “tú”. */
export const spanish = {
  commands: spanishCommands,
  ...spanishChoices,
  pages: { previous: 'Anterior', next: 'Siguiente' },
} as const satisfies Translation<typeof english>;
