import type { TableOwner } from './table-owner.ts';

/** What may hold the signs of the others: whichever begins first counts. */
const NO_CODE =
  /(?<comment>--[^\n]*|\/\*[\s\S]*?\*\/)|\be'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|(?<name>"(?:[^"]|"")*")/giu;
const READING = /(?:\b(?:from|using|join|references)|,)\s+(?:only\s+)?$/iu;
const DELETING = /\bdelete\s+from\s+(?:only\s+)?$/iu;

/**
 * Checks hand-written SQL. It is searched, not parsed: every `schema.table` of a schema that exists and is another's
 * counts, and a core table counts as read only right after `from`, `using`, `join`, `references` or a comma.
 *
 * @throws {OwnershipError}
 */
export function assertRawOwnership(sql: string, owner: TableOwner): void {
  const code = withoutText(sql);
  if (/\bsearch_path\b/iu.test(code))
    owner.refuse('search_path', 'names are always written with their schema.');
  for (const schema of owner.foreignSchemas()) {
    if (!code.toLowerCase().includes(schema)) continue;
    for (const match of code.matchAll(qualifiedName(schema))) {
      const table = match.groups?.['quoted'] ?? match.groups?.['plain']?.toLowerCase() ?? '*';
      owner.assertMayUse(schema, table, usageAt(code, match));
    }
  }
}

/** Comments become a space, strings empty ones; quoted names stay. */
function withoutText(sql: string): string {
  return sql.replaceAll(NO_CODE, (_text, comment?: string, name?: string) =>
    comment === undefined ? (name ?? "''") : ' ',
  );
}

function qualifiedName(schema: string): RegExp {
  const name = RegExp.escape(schema);
  return new RegExp(
    `(?<![\\w".$])(?:"${name}"|${name})\\s*\\.\\s*(?:"(?<quoted>[^"]+)"|(?<plain>[a-z_][\\w$]*|\\*))`,
    'giu',
  );
}

function usageAt(code: string, match: RegExpExecArray): 'read' | 'write' {
  const before = code.slice(0, match.index);
  const isColumn = /^\s*\./u.test(code.slice(match.index + match[0].length));
  return isColumn || (READING.test(before) && !DELETING.test(before)) ? 'read' : 'write';
}
