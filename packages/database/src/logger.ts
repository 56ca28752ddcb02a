/** What the database needs of a logger; Sapphire's and the console fit. */
export interface DatabaseLogger {
  info(...values: readonly unknown[]): void;
  warn(...values: readonly unknown[]): void;
  error(...values: readonly unknown[]): void;
}

/** Says nothing: the default where no logger is given. */
export const SILENT_LOGGER: DatabaseLogger = { info() {}, warn() {}, error() {} };
