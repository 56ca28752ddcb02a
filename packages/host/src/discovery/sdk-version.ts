import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { z } from 'zod';

const versioned = z.object({ version: z.string() });

/** The version of `@twi/sdk` that this host hands to plugins. */
export function readSdkVersion(): string {
  const file = findPackageJSON('@twi/sdk', import.meta.url);
  if (file === undefined) throw new TypeError('The package @twi/sdk has no package.json.');
  return versioned.parse(JSON.parse(readFileSync(file, 'utf8'))).version;
}
