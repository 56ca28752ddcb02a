import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the whole repository. */
export const ROOT = join(import.meta.dirname, '../../..');

// -- it is the manifest of this repository
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly scripts: { readonly start: string };
};

/** What `npm start` tells Node, so that a bot is measured and attacked as it is run. */
export const START_FLAGS: readonly string[] = scripts.start
  .split(' ')
  .filter((word) => word.startsWith('--'));
