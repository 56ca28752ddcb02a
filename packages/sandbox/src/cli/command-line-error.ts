/** A command line that cannot be understood; the message says what is accepted instead. */
export class CommandLineError extends Error {
  override readonly name = 'CommandLineError';
}
