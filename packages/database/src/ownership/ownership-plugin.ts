import type {
  KyselyPlugin,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryResult,
  RootOperationNode,
  UnknownRow,
} from 'kysely';
import { assertOwnership } from './assert-ownership.ts';
import type { TableOwner } from './table-owner.ts';

/** Refuses queries that touch tables of others, before they are compiled. */
export class OwnershipPlugin implements KyselyPlugin {
  readonly #owner: TableOwner;

  constructor(owner: TableOwner) {
    this.#owner = owner;
  }

  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    assertOwnership(node, this.#owner);
    return node;
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return result;
  }
}
