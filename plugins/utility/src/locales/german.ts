import type { Translation } from '@twi/sdk';
import { germanChoices } from './german-choices.ts';
import type { english } from './english.ts';
import { germanCommands } from './german-commands.ts';

/** Informal, with “du”. */
export const german = {
  commands: germanCommands,
  ...germanChoices,
  pages: { previous: 'Zurück', next: 'Weiter' },
} as const satisfies Translation<typeof english>;
