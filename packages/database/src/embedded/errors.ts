/** The embedded PostgreSQL cannot be started, reached or stopped. The message says what the operator can do. */
export class EmbeddedPostgresError extends Error {
  override readonly name: string = 'EmbeddedPostgresError';
}

/** Another bot holds this data directory. */
export class DataDirectoryInUseError extends EmbeddedPostgresError {
  override readonly name = 'DataDirectoryInUseError';
  readonly directory: string;
  /** Process id of the bot that holds the directory; `undefined` when it just went away. */
  readonly ownerPid: number | undefined;

  constructor(directory: string, ownerPid: number | undefined) {
    const owner = ownerPid === undefined ? 'another bot' : `the bot with process id ${ownerPid}`;
    super(
      `The database in ${directory} is used by ${owner}. Stop that bot, or start this one with another DATA_DIR.`,
    );
    this.directory = directory;
    this.ownerPid = ownerPid;
  }
}

/** The data directory was written by another major version of PostgreSQL. It is left untouched. */
export class DataDirectoryVersionError extends EmbeddedPostgresError {
  override readonly name = 'DataDirectoryVersionError';
  readonly directory: string;
  readonly found: string;
  readonly expected: string;

  constructor(directory: string, found: string, expected: string) {
    super(
      `${directory} holds data of PostgreSQL ${found}, but this bot brings PostgreSQL ${expected}. ` +
        `Nothing was changed. Either dump it with pg_dumpall of PostgreSQL ${found}, move the directory away, start the bot ` +
        `and restore the dump with psql; or move the directory away to begin with an empty database.`,
    );
    this.directory = directory;
    this.found = found;
    this.expected = expected;
  }
}

/** The user that PostgreSQL runs as cannot enter a directory that it needs. */
export class DataDirectoryAccessError extends EmbeddedPostgresError {
  override readonly name = 'DataDirectoryAccessError';
  /** The directory that cannot be entered. */
  readonly blocked: string;

  constructor(needed: string, blocked: string, remedy: string) {
    super(`PostgreSQL cannot use ${needed}: ${blocked} may not be entered by the user it runs as. ${remedy}`);
    this.blocked = blocked;
  }
}
