import { IdentifierNode, RawNode, type OperationNode } from 'kysely';

/** Hand-written SQL of a query, with the parts of it that the query builder made. */
export interface RawText {
  readonly text: string;
  readonly builtNodes: readonly OperationNode[];
}

/** Puts hand-written SQL back together, nested pieces included, with `?` for everything that is not text. */
export function readRawText(node: RawNode): RawText {
  const builtNodes: OperationNode[] = [];
  const parameters = node.parameters.map((parameter) => {
    if (IdentifierNode.is(parameter)) return `"${parameter.name.replaceAll('"', '""')}"`;
    if (!RawNode.is(parameter)) {
      builtNodes.push(parameter);
      return ' ? ';
    }
    const nested = readRawText(parameter);
    builtNodes.push(...nested.builtNodes);
    return nested.text;
  });
  const text = node.sqlFragments.map((fragment, index) => fragment + (parameters[index] ?? '')).join('');
  return { text, builtNodes };
}
