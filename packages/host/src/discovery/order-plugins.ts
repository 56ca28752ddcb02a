import satisfies from 'semver/functions/satisfies.js';
import type { DiscoveredPlugin } from '../plugin-record.ts';
import type { RejectedPlugin } from './discover.ts';

/** Which plugins can be loaded, each after those that it builds on, and which cannot. */
export interface PluginOrder {
  readonly ordered: readonly DiscoveredPlugin[];
  readonly rejected: readonly RejectedPlugin[];
}

/** Checks what plugins require of the host and of each other, and orders those that can be loaded. */
export function orderPlugins(plugins: readonly DiscoveredPlugin[], sdkVersion: string): PluginOrder {
  const byId = new Map(plugins.map((plugin) => [plugin.id, plugin]));
  const problems = new Map<string, string>();
  for (const plugin of plugins) {
    const problem = sdkProblem(plugin, sdkVersion) ?? requirementProblem(plugin, byId);
    if (problem) problems.set(plugin.id, problem);
  }
  const ordered = sortByDependency(byId, problems);
  spreadToDependants(ordered, problems);
  return {
    ordered: ordered.filter(({ id }) => !problems.has(id)),
    rejected: [...problems].flatMap(([id, reason]) => {
      const discovered = byId.get(id);
      return discovered ? [{ discovered, failure: { step: 'order', reason } }] : [];
    }),
  };
}

function sdkProblem({ id, sdkRange }: DiscoveredPlugin, sdkVersion: string): string | undefined {
  if (satisfies(sdkVersion, sdkRange, { includePrerelease: true })) return undefined;
  return `The plugin "${id}" supports @twi/sdk ${sdkRange}; this host has ${sdkVersion}.`;
}

function requirementProblem(
  { id, version, requires, optional }: DiscoveredPlugin,
  byId: ReadonlyMap<string, DiscoveredPlugin>,
): string | undefined {
  const missing = Object.keys(requires).find((required) => !byId.has(required));
  if (missing !== undefined)
    return `The plugin "${id}" requires "${missing}" ${requires[missing]}, which is not installed.`;
  for (const [other, range] of Object.entries({ ...optional, ...requires })) {
    const found = byId.get(other);
    if (found && !satisfies(found.version, range, { includePrerelease: true }))
      return `The plugin "${id}" ${version} needs "${other}" ${range}, but ${found.version} is installed.`;
  }
  return undefined;
}

/** Depth first, alphabetically; a way back to a plugin that is still being visited is a cycle. */
function sortByDependency(
  byId: ReadonlyMap<string, DiscoveredPlugin>,
  problems: Map<string, string>,
): DiscoveredPlugin[] {
  const ordered = new Set<DiscoveredPlugin>();
  const visit = (plugin: DiscoveredPlugin, way: readonly string[]): void => {
    if (ordered.has(plugin)) return;
    const start = way.indexOf(plugin.id);
    if (start !== -1) return reportCycle(way.slice(start), problems);
    for (const id of dependenciesOf(plugin)) {
      const dependency = byId.get(id);
      if (dependency) visit(dependency, [...way, plugin.id]);
    }
    ordered.add(plugin);
  };
  for (const id of [...byId.keys()].toSorted()) {
    const plugin = byId.get(id);
    if (plugin) visit(plugin, []);
  }
  return [...ordered];
}

function reportCycle(cycle: readonly string[], problems: Map<string, string>): void {
  const reason = `The plugins ${[...cycle, cycle[0]].map((id) => `"${id}"`).join(' → ')} need each other in a circle.`;
  for (const id of cycle) if (!problems.has(id)) problems.set(id, reason);
}

/** Those in a cycle are in no order, so a pass over all of them is repeated until nothing more falls. */
function spreadToDependants(plugins: readonly DiscoveredPlugin[], problems: Map<string, string>): void {
  let before;
  do {
    before = problems.size;
    for (const { id, requires } of plugins) {
      const failed = Object.keys(requires).find((required) => problems.has(required));
      if (failed !== undefined && !problems.has(id))
        problems.set(id, `The plugin "${id}" requires "${failed}", which stays out: ${problems.get(failed)}`);
    }
  } while (problems.size > before);
}

const dependenciesOf = ({ requires, optional }: DiscoveredPlugin): string[] =>
  Object.keys({ ...requires, ...optional }).toSorted();
