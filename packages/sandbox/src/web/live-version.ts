/** Counts the changes of the live protocol after which an older page no longer understands the sandbox. */
export const LIVE_VERSION = 1;
