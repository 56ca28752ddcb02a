import { commandHash } from './command-hash.ts';
import type { CommandScope } from './command-scope.ts';

/** What a scope has of which nothing was ever sent. */
const NOTHING = commandHash([]);
/** Stands where a request was begun whose answer nobody has seen; equal to no hash. */
const UNKNOWN = 'unknown';

/** Where the hashes survive a restart. */
export interface SyncedHashStore {
  /** All of them, in one query. */
  loadAll(): Promise<ReadonlyMap<CommandScope, string>>;
  save(scope: CommandScope, hash: string): Promise<void>;
  delete(scope: CommandScope): Promise<void>;
}

/** The hash of the list that Discord last took, per scope: all read at once, then kept in memory. */
export class SyncedHashes {
  readonly #store: SyncedHashStore;
  #loaded: Promise<Map<CommandScope, string>> | undefined;

  constructor(store: SyncedHashStore) {
    this.#store = store;
  }

  async get(scope: CommandScope): Promise<string> {
    return (await this.#all()).get(scope) ?? NOTHING;
  }

  async isKnown(scope: CommandScope): Promise<boolean> {
    return (await this.#all()).has(scope);
  }

  async scopes(): Promise<CommandScope[]> {
    return [...(await this.#all()).keys()];
  }

  async save(scope: CommandScope, hash: string): Promise<void> {
    const all = await this.#all();
    await this.#store.save(scope, hash);
    all.set(scope, hash);
  }

  async markUnknown(scope: CommandScope): Promise<void> {
    if ((await this.get(scope)) !== UNKNOWN) await this.save(scope, UNKNOWN);
  }

  async remove(scope: CommandScope): Promise<void> {
    const all = await this.#all();
    await this.#store.delete(scope);
    all.delete(scope);
  }

  #all(): Promise<Map<CommandScope, string>> {
    this.#loaded ??= this.#store.loadAll().then(
      (rows) => new Map(rows),
      (error: unknown) => {
        // A database that was away must not be away for ever.
        this.#loaded = undefined;
        throw error;
      },
    );
    return this.#loaded;
  }
}
