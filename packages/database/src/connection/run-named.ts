import { Query, type PoolClient } from 'pg';

interface NamedStatement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/**
 * Runs a prepared statement. The driver copies what it is asked by descriptors of properties, which takes longer than all else
 * that it does for a short statement; a query that is made here is not copied.
 */
export function runNamed(client: PoolClient, { name, text, values }: NamedStatement): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const query = new Query(text, values, (error, result) => (error ? reject(error) : resolve(result)));
  client.query(Object.assign(query, { name }));
  return promise;
}
