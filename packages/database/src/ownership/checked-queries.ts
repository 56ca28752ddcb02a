import type { CompiledQuery } from 'kysely';
import { LRUCache } from 'lru-cache';
import { assertOwnership } from './assert-ownership.ts';
import type { TableOwner } from './table-owner.ts';

const REMEMBERED_TEXTS = 512;

/** Checks what a plugin asks, and each text once: equal SQL names equal tables, whatever its parameters are. */
export class CheckedQueries {
  readonly #owner: TableOwner;
  /** The number of schemas that were known when a text passed: SQL written by hand is searched for their names. */
  readonly #passed = new LRUCache<string, number>({ max: REMEMBERED_TEXTS });

  constructor(owner: TableOwner) {
    this.#owner = owner;
  }

  /** @throws {OwnershipError} for the first table that the plugin may not use so. */
  assert({ sql, query }: CompiledQuery): void {
    const { schemaCount } = this.#owner;
    if (this.#passed.get(sql) === schemaCount) return;
    assertOwnership(query, this.#owner);
    this.#passed.set(sql, schemaCount);
  }
}
