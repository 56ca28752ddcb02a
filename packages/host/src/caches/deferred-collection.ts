import { Collection, type Snowflake } from 'discord.js';

/** Stands for a value that is not built yet. */
export abstract class Promised {
  /** Builds the value, which sets it wherever it belongs. @returns nothing while that is under way */
  abstract build(id: Snowflake): unknown;
}

/**
 * A cache of discord.js whose values are built when somebody reads them, of which nobody sees anything: it has its keys
 * and its size from the beginning, and whoever goes through it gets every value.
 */
export class DeferredCollection<Value> extends Collection<Snowflake, Value> {
  /** discord.js warns of caches of roles that are called otherwise, as some do not hold all that was set. */
  static override readonly name = 'Collection';

  #fill: (() => void) | undefined;
  #holdsPromised = false;

  /** What collections derived from it are: they hold what they hold. */
  static override get [Symbol.species](): typeof Collection {
    return Collection;
  }

  /** Whether it was not touched since {@link defer}. */
  get isDeferred(): boolean {
    return this.#fill !== undefined;
  }

  /** Empties it, and lets it be filled when it is touched. */
  defer(fill: () => void): void {
    this.clear();
    this.#fill = fill;
  }

  /** Sets a value that is built when it is read. */
  promise(id: Snowflake, promised: Promised): void {
    this.#holdsPromised = true;
    super.set(id, promised as Value); // -- no reader gets it
  }

  /** The value, or what stands for it. */
  peek(id: Snowflake): Value | Promised | undefined {
    return super.get(id);
  }

  /** The values that are built. */
  *built(): Generator<[Snowflake, Value]> {
    for (const entry of super.entries()) if (!(entry[1] instanceof Promised)) yield entry;
  }

  override get size(): number {
    this.#open();
    return super.size;
  }

  override has(id: Snowflake): boolean {
    this.#open();
    return super.has(id);
  }

  override get(id: Snowflake): Value | undefined {
    this.#open();
    const value: unknown = super.get(id);
    return (value instanceof Promised ? value.build(id) : value) as Value | undefined; // -- it builds what it stands for
  }

  override set(id: Snowflake, value: Value): this {
    this.#open();
    return super.set(id, value);
  }

  override delete(id: Snowflake): boolean {
    this.#open();
    return super.delete(id);
  }

  override clear(): void {
    this.#fill = undefined;
    this.#holdsPromised = false;
    super.clear();
  }

  override keys(): MapIterator<Snowflake> {
    this.#open();
    return super.keys();
  }

  override values(): MapIterator<Value> {
    this.#buildAll();
    return super.values();
  }

  override entries(): MapIterator<[Snowflake, Value]> {
    this.#buildAll();
    return super.entries();
  }

  override [Symbol.iterator](): MapIterator<[Snowflake, Value]> {
    return this.entries();
  }

  override forEach(
    callback: (value: Value, id: Snowflake, map: Map<Snowflake, Value>) => void,
    thisArgument?: unknown,
  ): void {
    this.#buildAll();
    super.forEach(callback, thisArgument);
  }

  #open(): void {
    const fill = this.#fill;
    if (!fill) return;
    this.#fill = undefined;
    fill();
  }

  #buildAll(): void {
    this.#open();
    if (!this.#holdsPromised) return;
    this.#holdsPromised = false;
    for (const [id, value] of super.entries()) if (value instanceof Promised) value.build(id);
  }
}
