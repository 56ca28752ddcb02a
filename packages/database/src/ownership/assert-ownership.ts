import {
  IdentifierNode,
  RawNode,
  ReferenceNode,
  SchemableIdentifierNode,
  TableNode,
  WithNode,
  type OperationNode,
  type OperationNodeKind,
} from 'kysely';
import { assertRawOwnership } from './assert-raw-ownership.ts';
import { readRawText } from './raw-text.ts';
import type { TableOwner, TableUsage } from './table-owner.ts';

interface Scope {
  readonly usage: TableUsage;
  /** Names that `with` clauses around this place define. */
  readonly localNames: ReadonlySet<string>;
}

/** The part of a query that is written to; all its other parts are read. */
const WRITTEN_PART: Partial<Record<OperationNodeKind, string>> = {
  InsertQueryNode: 'into',
  UpdateQueryNode: 'table',
  DeleteQueryNode: 'from',
  MergeQueryNode: 'into',
};

const SCHEMA_CHANGE = /^(Create|Alter|Drop|Refresh)/u;

/** Nodes that hold only values, or names that no table can hide behind. */
const HARMLESS = new Set<OperationNodeKind>([
  'ValueNode',
  'PrimitiveValueListNode',
  'CommonTableExpressionNameNode',
]);

/** Parts that hold a name without a schema by PostgreSQL's own grammar: the new name of a table, the tables of `for update of`. */
const BARE_NAME_PARTS = new Set(['renameTo', 'of']);

/**
 * Walks a query and checks every table that it names.
 *
 * @throws {OwnershipError} for the first table that the plugin may not use so.
 */
export function assertOwnership(root: OperationNode, owner: TableOwner): void {
  visit(root, owner, { usage: SCHEMA_CHANGE.test(root.kind) ? 'write' : 'read', localNames: new Set() });
}

function visit(node: OperationNode, owner: TableOwner, scope: Scope): void {
  if (HARMLESS.has(node.kind)) return;
  if (TableNode.is(node)) visitName(node.table, owner, scope);
  else if (SchemableIdentifierNode.is(node)) visitName(node, owner, scope);
  else if (ReferenceNode.is(node)) visitReference(node, owner);
  else if (RawNode.is(node)) visitRaw(node, owner, scope);
  else visitChildren(node, owner, scope);
}

function visitName({ schema, identifier }: SchemableIdentifierNode, owner: TableOwner, scope: Scope): void {
  const isLocal = schema === undefined && scope.usage === 'read' && scope.localNames.has(identifier.name);
  if (!isLocal) owner.assertMayUse(schema?.name, identifier.name, scope.usage);
}

/** A column can only belong to a table or alias that the query names elsewhere; a written schema is checked here too. */
function visitReference({ table }: ReferenceNode, owner: TableOwner): void {
  if (table?.table.schema) owner.assertMayUse(table.table.schema.name, table.table.identifier.name, 'read');
}

function visitRaw(node: RawNode, owner: TableOwner, scope: Scope): void {
  const { text, builtNodes } = readRawText(node);
  assertRawOwnership(text, owner);
  for (const built of builtNodes) visit(built, owner, scope);
}

function visitChildren(node: OperationNode, owner: TableOwner, outer: Scope): void {
  const localNames = namesWithin(node, outer.localNames);
  // Every part of every query is looked at, so nothing is made for those that hold no node.
  for (const [part, value] of Object.entries(node)) {
    // Kysely's transformers leave parts behind that are there and hold nothing.
    if (part === 'kind' || value === undefined) continue;
    // `eb.fn('schema.function')` carries its name as plain text.
    if (part === 'func') assertRawOwnership(String(value), owner);
    if (isSchemaName(node, part)) assertOwnSchema(node, value, owner);
    if (typeof value !== 'object' || value === null) continue;
    const usage = usageOf(node, part, outer.usage);
    const isOuter = usage === outer.usage && localNames === outer.localNames;
    visitPart(part, value, owner, isOuter ? outer : { localNames, usage });
  }
}

function visitPart(part: string, value: object, owner: TableOwner, scope: Scope): void {
  if (Array.isArray(value)) for (const child of value) visitPart(part, child, owner, scope);
  else if (isNode(value) && !isBareName(part, value)) visit(value, owner, scope);
}

function namesWithin(node: OperationNode, outer: ReadonlySet<string>): ReadonlySet<string> {
  const names = definedNames(node);
  return names.length === 0 ? outer : new Set([...outer, ...names]);
}

function usageOf(node: OperationNode, part: string, outer: TableUsage): TableUsage {
  if (node.kind.endsWith('QueryNode')) return WRITTEN_PART[node.kind] === part ? 'write' : 'read';
  return node.kind === 'ReferencesNode' ? 'read' : outer;
}

function definedNames(node: OperationNode): string[] {
  if (!('with' in node) || !isNode(node.with) || !WithNode.is(node.with)) return [];
  return node.with.expressions.map((expression) => expression.name.table.table.identifier.name);
}

function isBareName(part: string, child: OperationNode): boolean {
  return BARE_NAME_PARTS.has(part) && TableNode.is(child) && child.table.schema === undefined;
}

function isSchemaName(node: OperationNode, part: string): boolean {
  return part === 'setSchema' || (part === 'schema' && node.kind.endsWith('SchemaNode'));
}

function assertOwnSchema(node: OperationNode, value: unknown, owner: TableOwner): void {
  const schema = isNode(value) && IdentifierNode.is(value) ? value.name : '*';
  if (schema !== owner.schema)
    owner.refuse(`schema ${schema}`, `a plugin has one schema, here ${owner.schema}.`);
  if (node.kind === 'DropSchemaNode') owner.refuse(`schema ${schema}`, 'only the host removes it.');
}

function isNode(value: unknown): value is OperationNode {
  return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';
}
