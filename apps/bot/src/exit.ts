import { type Environment, EnvironmentError, readEnvironment } from './env.ts';

/** `EX_CONFIG` of sysexits.h: the configuration is at fault, and starting again will not help. */
export const EXIT_CONFIGURATION = 78;

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
