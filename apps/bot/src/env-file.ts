import { existsSync } from 'node:fs';

/** Beside the process, as operators expect. */
const ENV_FILE = '.env';

/** Reads the file of variables, if there is one; what is set from outside wins. */
export function loadEnvFile(): void {
  if (existsSync(ENV_FILE)) process.loadEnvFile(ENV_FILE);
}
