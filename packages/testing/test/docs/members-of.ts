/** A field, method or accessor of an interface or class, as the formatter lays it out. */
const MEMBER = /^ {2}(?:(?:readonly|override|async|get) )*(?<name>\w+)\??[:(<]/;

/**
 * The public members of an interface, class or object type, by name, read from its source.
 *
 * @throws {Error} when the source declares no such type.
 */
export function membersOf(source: string, type: string): string[] {
  const start = source.search(new RegExp(`^export (?:interface|class|type) ${type}\\b`, 'm'));
  if (start === -1) throw new Error(`The source declares no ${type}.`);
  const declaration = source.slice(start);
  const lines = declaration.slice(0, declaration.search(/^}/m)).split('\n');
  const names = lines.flatMap((line) => MEMBER.exec(line)?.groups?.['name'] ?? []);
  return [...new Set(names)].filter((name) => name !== 'constructor');
}
