import { relative } from 'node:path';
import type { Destination } from './destination.ts';
import type { PluginName } from './plugin-name.ts';

/** What to do with a plugin that was just made. */
export function nextSteps(name: PluginName, { kind, directory, packageName }: Destination): string {
  const folder = relative(process.cwd(), directory) || '.';
  const made = `Made ${packageName} in ${folder}. Start reading at src/plugin.ts.\n`;
  if (kind === 'stand-alone')
    return `${made}
  cd ${folder}
  npm install
  npm test

To run it, set PLUGIN_PATHS of your bot to ${directory} and enable it in a server: /plugins enable plugin:${name.id}
`;
  return `${made}
  npx vitest run ${folder}

To run it, add "${packageName}": "^0.1.0" to the dependencies of apps/bot, then:

  npm install
  npm start

and enable it in a server: /plugins enable plugin:${name.id}
`;
}
