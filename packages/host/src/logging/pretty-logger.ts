import { Writable } from 'node:stream';
import { Logger } from '@sapphire/plugin-logger';
import type { LineOptions } from './line-options.ts';

/** Deep enough for an error's causes and a settings object, and not for a whole client. */
const INSPECT_DEPTH = 3;

/** More than anybody reads of one line. */
const MAX_LENGTH = 20_000;

/** A line for people, as `@sapphire/plugin-logger` prints it, with the plugin in front. */
export class PrettyLogger extends Logger {
  readonly #line: LineOptions;

  constructor(line: LineOptions) {
    const sink = line.logTo && lineSink(line.logTo);
    super({ level: line.level, depth: INSPECT_DEPTH, ...(sink && { stdout: sink, stderr: sink }) });
    this.#line = line;
  }

  protected override preprocess(values: readonly unknown[]): string {
    const { plugin, guildId, correlationId } = this.#line.fields();
    const where = [plugin, guildId && `guild ${guildId}`, correlationId].filter(Boolean).join(' · ');
    return this.#line.redact(`${where && `[${where}] `}${super.preprocess(values).slice(0, MAX_LENGTH)}`);
  }
}

/** A stream that hands on whole lines. */
function lineSink(logTo: (line: string) => void): Writable {
  let rest = '';
  return new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      const lines = `${rest}${chunk}`.split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) logTo(line);
      done();
    },
  });
}
