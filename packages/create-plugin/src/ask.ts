import { createInterface } from 'node:readline/promises';
import type { CommandLine } from './command-line.ts';
import { contributionDescriptions, DEFAULT_CONTRIBUTIONS, parseContributions } from './contributions.ts';
import type { NewPlugin } from './create-plugin.ts';
import { PluginName } from './plugin-name.ts';

/** Where questions are put and answered. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Asks a person for what the command line leaves open, again until it can be used. */
export async function ask(
  given: CommandLine,
  { input, output }: Terminal,
): Promise<Pick<NewPlugin, 'name' | 'contributions'>> {
  const lines = createInterface({ input, output });

  async function untilUsable<Value>(question: string, parse: (answer: string) => Value): Promise<Value> {
    const answer = (await lines.question(question)).trim();
    try {
      return parse(answer);
    } catch (error) {
      output.write(`${(error as Error).message}\n`);
      return untilUsable(question, parse);
    }
  }

  try {
    const name =
      given.name === undefined
        ? await untilUsable('What is the plugin called? ', (answer) => new PluginName(answer))
        : new PluginName(given.name);
    if (given.adds !== undefined) return { name, contributions: parseContributions(given.adds) };
    output.write(contributionDescriptions.map(([word, text]) => `  ${word.padEnd(9)} ${text}\n`).join(''));
    const contributions = await untilUsable(`What does it add? (${DEFAULT_CONTRIBUTIONS}) `, (answer) =>
      parseContributions(answer || DEFAULT_CONTRIBUTIONS),
    );
    return { name, contributions };
  } finally {
    lines.close();
  }
}
