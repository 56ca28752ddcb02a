#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { setup } from '../vitest.ts';
import { checkPlugin } from './check-plugin.ts';
import { formatReport } from './report.ts';

const USAGE = `twi-plugin check [folder] [--requires <folder>]… [--release]

Puts the plugin in a folder (default: this one) through everything that a host expects of plugins.

  --requires  the folder of a plugin that it requires
  --release   it is about to be published, so it must be built
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    requires: { type: 'string', multiple: true, default: [] },
    release: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const [command, folder = '.'] = positionals;
if (values.help) process.stdout.write(USAGE);
else if (command === 'check') {
  const stopDatabase = await setup();
  try {
    const results = await checkPlugin(folder, values);
    process.stdout.write(`${formatReport(folder, results)}\n`);
    process.exitCode = results.some(({ faults }) => faults.length > 0) ? 1 : 0;
  } finally {
    await stopDatabase();
  }
  // What a faulty plugin leaves open must not keep the command from ending.
  process.exit();
} else {
  process.stderr.write(USAGE);
  process.exitCode = 2;
}
