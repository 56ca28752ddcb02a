#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readAction } from './action.ts';
import { CommandLineError } from './command-line-error.ts';
import { ControlClient } from './control-client.ts';
import { findSandbox } from './find-sandbox.ts';
import { play } from './play.ts';
import { USAGE } from './usage.ts';

// The bot reads the same file, and DATA_DIR tells where it left its note.
if (existsSync('.env')) process.loadEnvFile('.env');
// oxlint-disable-next-line node/no-process-env -- the entry point of a program of its own
const { SANDBOX_PORT: port, DATA_DIR: directory = 'data' } = process.env;

/** Does what the command line says and returns what is to be shown. */
async function run(words: string[]): Promise<string> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      channel: { type: 'string' },
      guild: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [member, ...text] = positionals;
  if (values.help || member === undefined) return USAGE;
  const { channel, guild } = values;
  const action = readAction(text.join(' '));
  const client = new ControlClient(await findSandbox({ port, directory }));
  return play(client, { as: member, channel, guild }, action);
}

try {
  console.log(await run(process.argv.slice(2)));
} catch (error) {
  if (!isMistake(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** Mistakes of the person who types are told in a sentence, everything else with its stack. */
function isMistake(error: unknown): error is Error {
  if (error instanceof CommandLineError) return true;
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
