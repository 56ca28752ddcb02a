import type { LogLevel } from '@sapphire/framework';
import type { Redact } from './redact.ts';

/** What every line of a logger says besides its message. */
export interface LogFields {
  readonly plugin?: string | undefined;
  readonly guildId?: string | undefined;
  readonly correlationId?: string | undefined;
}

/** What both formats need to know to write a line. */
export interface LineOptions {
  readonly level: LogLevel;
  readonly redact: Redact;
  readonly fields: () => LogFields;
  readonly logTo: ((line: string) => void) | undefined;
}
