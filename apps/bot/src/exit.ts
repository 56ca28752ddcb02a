import { DataDirectoryVersionError, MigrationDowngradeError } from '@twi/database';
import { ConfigurationError } from '@twi/sdk';
import { type Environment, EnvironmentError, readEnvironment } from './env.ts';

/** `EX_CONFIG` of sysexits.h: the configuration is at fault, and starting again will not help. */
const EXIT_CONFIGURATION = 78;
/** Other versions wrote the data than those that are installed. */
const LASTING = [ConfigurationError, MigrationDowngradeError, DataDirectoryVersionError];

/** The environment, or the end of the process with all of its faults. */
export function environmentOrExit(): Environment {
  try {
    return readEnvironment(process.env);
  } catch (error) {
    if (error instanceof EnvironmentError) {
      console.error(`${error.message}\nSee .env.example for every variable.`);
      process.exit(EXIT_CONFIGURATION);
    }
    throw error;
  }
}

/** Ends the process with what an operator needs to know: the words of an expected error, the stack of any other. */
export function exitWith(error: unknown): never {
  const isExpected = error instanceof Error && error.name !== 'Error' && error.name !== 'TypeError';
  console.error(isExpected ? `${error.name}: ${error.message}` : error);
  process.exit(LASTING.some((kind) => error instanceof kind) ? EXIT_CONFIGURATION : 1);
}
