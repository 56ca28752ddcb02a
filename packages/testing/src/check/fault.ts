/** What is wrong with a plugin, and where its author finds it. */
export interface Fault {
  /** A file, a field of `package.json` or of the manifest, a command, or a table. */
  readonly where: string;
  readonly message: string;
}

/** What a check found. Notes are no faults: things that could not be looked at, and why. */
export interface Findings {
  readonly faults: readonly Fault[];
  readonly notes?: readonly string[];
}
