const WILDCARD = '*';

/** All nodes of the plugin that a node belongs to: `moderation.*` for `moderation.ban`. */
export function wildcardOf(node: string): string {
  return allNodesOf(ownerOf(node));
}

/** The plugin that a node belongs to: `moderation` for `moderation.ban`. */
export function ownerOf(node: string): string {
  return node.slice(0, node.indexOf('.'));
}

/** All nodes of a plugin, as an override names them. */
export function allNodesOf(pluginId: string): string {
  return `${pluginId}.${WILDCARD}`;
}
