import { CLUSTER_ROLE, type Cluster } from './cluster.ts';

/** The connection string of a cluster's server on a port of 127.0.0.1. */
export function clusterUrl({ password }: Cluster, port: number): string {
  return `postgres://${CLUSTER_ROLE}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
}
