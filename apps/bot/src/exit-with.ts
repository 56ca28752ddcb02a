import { DataDirectoryVersionError, MigrationDowngradeError } from '@twi/database';
import { ConfigurationError } from '@twi/sdk';
import { EXIT_CONFIGURATION } from './exit.ts';

/** Other versions wrote the data than those that are installed. */
const LASTING = [ConfigurationError, MigrationDowngradeError, DataDirectoryVersionError];

/** Ends the process with what an operator needs to know: the words of an expected error, the stack of any other. */
export function exitWith(error: unknown): never {
  const isExpected = error instanceof Error && error.name !== 'Error' && error.name !== 'TypeError';
  console.error(isExpected ? `${error.name}: ${error.message}` : error);
  process.exit(LASTING.some((kind) => error instanceof kind) ? EXIT_CONFIGURATION : 1);
}
