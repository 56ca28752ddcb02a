/**
 * Counts the changes of the live protocol after which a page of before no longer understands the sandbox.
 * An open page compares the number that it was built with to the one it is told first.
 */
export const LIVE_VERSION = 1;
