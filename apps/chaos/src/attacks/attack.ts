import type { Sandbox } from '@twi/sandbox';

/** One way in which Discord misbehaves. */
export interface Attack {
  readonly name: string;
  /** Misbehaves for about so long. Faults that are still pending are ended by the caller. */
  play(sandbox: Sandbox, forMs: number): Promise<void>;
  /** Whether Discord itself loses events meanwhile: what it never sent cannot be answered, nor counted. */
  readonly losesEvents?: boolean;
}
