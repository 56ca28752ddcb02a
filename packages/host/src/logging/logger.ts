import { type ILogger, LogLevel } from '@sapphire/framework';
import type { RunContext } from '../dispatch/run-context.ts';
import type { HostOptions } from '../options.ts';
import { JsonLogger } from './json-logger.ts';
import { PrettyLogger } from './pretty-logger.ts';
import type { LineOptions, LogFields } from './line-options.ts';
import type { Redact } from './redact.ts';

/** Sapphire's logger, from which a logger for a part of the program can be made. */
export interface HostLogger extends ILogger {
  /** A logger whose lines carry these fields besides those of this one. */
  child(fields: LogFields): HostLogger;
}

export interface LoggerOptions extends Pick<HostOptions, 'logLevel' | 'logFormat' | 'logTo'> {
  readonly redact: Redact;
  /** Where the plugin, guild and correlation id of a line come from when the logger has no such field. */
  readonly runs: RunContext;
}

const LEVELS = {
  trace: LogLevel.Trace,
  debug: LogLevel.Debug,
  info: LogLevel.Info,
  warn: LogLevel.Warn,
  error: LogLevel.Error,
  fatal: LogLevel.Fatal,
} as const satisfies Record<NonNullable<HostOptions['logLevel']>, LogLevel>;

/** Makes the process's logger: `pretty` as `@sapphire/plugin-logger` prints for people, `json` one object a line. */
export function createLogger(options: LoggerOptions): HostLogger {
  return build(options, {});
}

function build(options: LoggerOptions, own: LogFields): HostLogger {
  const line: LineOptions = {
    level: LEVELS[options.logLevel ?? 'info'],
    redact: options.redact,
    fields: () => ({ ...fieldsOf(options.runs), ...own }),
    logTo: options.logTo,
  };
  const logger = options.logFormat === 'json' ? new JsonLogger(line) : new PrettyLogger(line);
  return Object.assign(logger, { child: (fields: LogFields) => build(options, { ...own, ...fields }) });
}

function fieldsOf(runs: RunContext): LogFields {
  const run = runs.current();
  if (!run) return {};
  const { plugin, guildId } = run.entry;
  return { plugin, guildId, correlationId: run.correlationId };
}
