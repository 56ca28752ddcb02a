import { relative } from 'node:path';
import type { Destination } from './destination.ts';
import type { PluginName } from './plugin-name.ts';

/** What a plugin needs to be tested on its own. */
const PACKAGES = ['@twi/sdk', '@twi/database', '@twi/host', '@twi/sandbox', '@twi/testing'];

/** What to do with a plugin that was just made. */
export function nextSteps(name: PluginName, { kind, directory, packageName }: Destination): string {
  const folder = relative(process.cwd(), directory) || '.';
  const made = `Made ${packageName} in ${folder}. Start reading at src/plugin.ts.\n`;
  if (kind === 'stand-alone')
    return `${made}
The packages of Twi Bot Shard are not in the npm registry yet. In a checkout of it in which "npm ci" ran, pack them once:

  mkdir ../twi-packages
  npm pack --pack-destination ../twi-packages ${PACKAGES.map((each) => `--workspace ${each}`).join(' ')}

Then, in ${folder}:

  npm install --save-dev <checkout>/../twi-packages/*.tgz
  npm test

Once they are in the registry, "npm install" alone will do.

To run it, in the checkout: PLUGIN_PATHS=${directory} npm run dev
and enable it in a server: /plugins enable plugin:${name.id}
`;
  return `${made}
  npx vitest run ${folder}

To run it, add "${packageName}": "^0.1.0" to the dependencies of apps/bot, then:

  npm install
  npm start

and enable it in a server: /plugins enable plugin:${name.id}
`;
}
