import { Logger, LogLevel } from '@sapphire/framework';
import { type Logger as Pino, pino } from 'pino';
import type { LineOptions } from './line-options.ts';
import { redactDeep } from './redact.ts';

const METHODS = new Map<LogLevel, 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal'>([
  [LogLevel.Trace, 'trace'],
  [LogLevel.Debug, 'debug'],
  [LogLevel.Info, 'info'],
  [LogLevel.Warn, 'warn'],
  [LogLevel.Error, 'error'],
  [LogLevel.Fatal, 'fatal'],
]);

/** One JSON object a line: `level`, `time`, the fields, `msg`, the first error as `err`, other objects as `data`. */
export class JsonLogger extends Logger {
  readonly #line: LineOptions;
  readonly #pino: Pino;

  constructor(line: LineOptions) {
    super(line.level);
    this.#line = line;
    const { logTo } = line;
    this.#pino = pino(
      {
        level: 'trace',
        base: null,
        timestamp: pino.stdTimeFunctions.isoTime,
        formatters: { level: (label) => ({ level: label }) },
        // Errors arrive as plain objects that were redacted already.
        serializers: { err: (error: unknown) => error },
      },
      logTo ? { write: (text: string) => logTo(text.trimEnd()) } : pino.destination({ dest: 1, sync: true }),
    );
  }

  override write(level: LogLevel, ...values: readonly unknown[]): void {
    const method = METHODS.get(level);
    if (!method || !this.has(level)) return;
    const { redact } = this.#line;
    const error = values.find((value) => value instanceof Error);
    const objects = values.filter((value) => value !== error && typeof value === 'object' && value !== null);
    const words = values.filter((value) => typeof value !== 'object' || value === null);
    const data = objects.length > 1 ? objects : objects[0];
    this.#pino[method](
      {
        ...this.#line.fields(),
        ...(error !== undefined && { err: redactDeep(error, redact) }),
        ...(data !== undefined && { data: redactDeep(data, redact) }),
      },
      '%s',
      redact(words.length > 0 ? words.map(String).join(' ') : error instanceof Error ? error.message : ''),
    );
  }
}
