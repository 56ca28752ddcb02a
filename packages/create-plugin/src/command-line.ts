import { parseArgs } from 'node:util';
import { contributionDescriptions, DEFAULT_CONTRIBUTIONS } from './contributions.ts';

const LIST = contributionDescriptions
  .map(([name, description]) => `  ${name.padEnd(9)} ${description}`)
  .join('\n');

export const USAGE = `Usage: create-plugin [name] [--adds <list>] [--stand-alone]

  name           lower-case words joined by hyphens, at most 32 characters
  --adds         what the plugin adds, separated by commas (default ${DEFAULT_CONTRIBUTIONS})
  --stand-alone  make a project of its own, also inside a workspace

What a plugin can add:
${LIST}`;

export interface CommandLine {
  readonly name: string | undefined;
  readonly adds: string | undefined;
  readonly standAlone: boolean;
  readonly help: boolean;
}

/** Words on the command line that mean nothing. */
export class CommandLineError extends Error {
  override readonly name = 'CommandLineError';
}

/** @throws {CommandLineError} saying which word is not known, and which are. */
export function parseCommandLine(words: readonly string[]): CommandLine {
  const { values, positionals } = read(words);
  const [name, ...others] = positionals;
  if (others.length > 0)
    throw new CommandLineError(`One name is accepted, not ${positionals.length}.\n\n${USAGE}`);
  return { name, adds: values.adds, standAlone: values['stand-alone'], help: values.help };
}

function read(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        adds: { type: 'string' },
        'stand-alone': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (cause) {
    throw new CommandLineError(`${(cause as Error).message}\n\n${USAGE}`, { cause });
  }
}
