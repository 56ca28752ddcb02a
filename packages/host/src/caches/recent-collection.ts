import { Collection, type Snowflake } from 'discord.js';
import type { Recent } from './recent.ts';

/** A cache of discord.js that keeps what was used lately. */
export class RecentCollection<Value extends { readonly id: Snowflake }> extends Collection<Snowflake, Value> {
  readonly #recent: Recent<Value>;

  constructor(recent: Recent<Value>) {
    super();
    this.#recent = recent;
  }

  /** What collections derived from it are: they hold what they hold. */
  static override get [Symbol.species](): typeof Collection {
    return Collection;
  }

  override get(id: Snowflake): Value | undefined {
    const value = super.get(id);
    if (value) this.#recent.touch(value, this);
    return value;
  }

  override set(id: Snowflake, value: Value): this {
    super.set(id, value);
    this.#recent.touch(value, this);
    return this;
  }

  /** Lets go of a value, unless another one has taken its place. */
  forget(value: Value): void {
    if (super.get(value.id) === value) this.delete(value.id);
  }
}
