import type { DatabaseProxy } from '@twi/proving';
import type { Size } from '../scenario.ts';

/** Where a database is mistreated. */
export interface Scene {
  /** What the bot takes for its server. */
  readonly proxy: DatabaseProxy;
  /** The server itself. */
  readonly url: string;
}

/** Ends a trouble. */
type End = () => Promise<void>;

/** Something that happens to a database. */
export interface Trouble {
  readonly name: string;
  readonly lastsMs: Readonly<Record<Size, number>>;
  begin(scene: Scene): Promise<End>;
}
