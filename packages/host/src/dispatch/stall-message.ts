import type { Stall } from './stall-judge.ts';

/** Where the main thread was when it stood still. */
export interface StallFrame {
  readonly functionName: string;
  readonly url: string;
  readonly line: number;
}

/** What the watching thread reports when the event loop moves again. */
export interface StallMessage extends Stall {
  /** Innermost first; empty when the stack could not be taken, or nobody's code held it up alone. */
  readonly frames: readonly StallFrame[];
}

/** What the watching thread is started with. */
export interface StallWatch {
  /** One 64-bit cell: `process.hrtime.bigint()` of the main thread's latest heartbeat. */
  readonly heartbeat: SharedArrayBuffer;
  /** One 32-bit cell that changes whenever a plugin's code is entered. */
  readonly entered: SharedArrayBuffer;
  readonly thresholdMs: number;
}
