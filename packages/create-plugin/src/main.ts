#!/usr/bin/env node
import { ask } from './ask.ts';
import { CommandLineError, parseCommandLine, USAGE } from './command-line.ts';
import { ContributionError, DEFAULT_CONTRIBUTIONS, parseContributions } from './contributions.ts';
import { createPlugin, DestinationError, type NewPlugin } from './create-plugin.ts';
import { findDestination } from './destination.ts';
import { format } from './format.ts';
import { nextSteps } from './next-steps.ts';
import { PluginName, PluginNameError } from './plugin-name.ts';

/** What a person can mend by typing something else. */
const EXPECTED = [CommandLineError, ContributionError, DestinationError, PluginNameError];

try {
  await run();
} catch (error) {
  if (!EXPECTED.some((expected) => error instanceof expected)) throw error;
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const given = parseCommandLine(process.argv.slice(2));
  if (given.help) {
    console.log(USAGE);
    return;
  }
  const answers = process.stdin.isTTY
    ? await ask(given, { input: process.stdin, output: process.stdout })
    : withoutAsking(given.name, given.adds);
  const destination = await findDestination(answers.name, {
    from: process.cwd(),
    standAlone: given.standAlone,
  });
  await createPlugin({ ...answers, destination });
  await format(destination);
  console.log(nextSteps(answers.name, destination));
}

function withoutAsking(
  name: string | undefined,
  adds: string = DEFAULT_CONTRIBUTIONS,
): Pick<NewPlugin, 'name' | 'contributions'> {
  if (name === undefined) throw new CommandLineError(`The name of the plugin is missing.\n\n${USAGE}`);
  return { name: new PluginName(name), contributions: parseContributions(adds) };
}
