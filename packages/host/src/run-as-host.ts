import { type CompiledQuery, type QueryResult, SelectQueryNode, type Transaction } from 'kysely';

/**
 * Runs a statement of the host's in the transaction of a plugin. The table is not the plugin's, but neither did the
 * plugin write the statement, so it carries an empty node where the check of a plugin's tables looks for names.
 */
export async function runAsHost(
  // oxlint-disable-next-line typescript/no-explicit-any -- whichever tables the plugin sees, the statement names its own
  transaction: Transaction<any>,
  query: CompiledQuery,
): Promise<QueryResult<unknown>> {
  return transaction.withoutPlugins().executeQuery({ ...query, query: SelectQueryNode.create() });
}
