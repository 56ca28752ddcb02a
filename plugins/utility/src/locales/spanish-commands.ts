import type { CommandTranslation } from '@twi/sdk';

export const spanishCommands = {} as const satisfies Record<string, CommandTranslation>;
