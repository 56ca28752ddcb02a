import type { CommandTranslation } from '@twi/sdk';

export const germanCommands = {} as const satisfies Record<string, CommandTranslation>;
