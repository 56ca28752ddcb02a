/** Where the main thread was when it stood still. */
export interface StallFrame {
  readonly functionName: string;
  readonly url: string;
  readonly line: number;
}

/** What the watching thread reports when the event loop moves again. */
export interface StallMessage {
  readonly durationMs: number;
  /** Innermost first; empty when the stack could not be taken. */
  readonly frames: readonly StallFrame[];
}

/** What the watching thread is started with. */
export interface StallWatch {
  /** One 64-bit cell: `process.hrtime.bigint()` of the main thread's latest heartbeat. */
  readonly heartbeat: SharedArrayBuffer;
  readonly thresholdMs: number;
}
