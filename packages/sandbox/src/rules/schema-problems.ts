import type * as z from 'zod/mini';
import type { Problem } from './discord-error.ts';
import { isAbsent, isObject } from './json.ts';
import { tooBig, tooSmall } from './outside-bounds.ts';
import type { Checked, Place } from './place.ts';
import { notOneOfType, type Path, required } from './problem.ts';
import { wrongFormat, wrongType, wrongValue } from './wrong-type.ts';

type Issue = z.core.$ZodIssue;

const DISCRIMINATORS: ReadonlySet<unknown> = new Set(['type', 'trigger_type', 'entity_type']);

/** Checks a body against a schema of the description and words every fault as Discord does. */
export function schemaProblems(schema: z.ZodMiniType, body: unknown): Problem[] {
  const result = schema.safeParse(body);
  return result.success
    ? []
    : result.error.issues.flatMap((issue) => problemsOf(issue, { schema, body }, []));
}

function problemsOf(issue: Issue, checked: Checked, above: Path): Problem[] {
  const path = [...above, ...issue.path.map(step)];
  const place = { path, value: valueAt(checked.body, path) };
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, place, valueAt(checked.body, path.slice(0, -1)));
    case 'invalid_value':
      return wrongValue(issue.values, place);
    case 'too_big':
      return tooBig(Number(issue.maximum), place, checked);
    case 'too_small':
      return tooSmall(Number(issue.minimum), place, checked);
    case 'invalid_format':
      return wrongFormat(issue.format, place);
    case 'invalid_union':
      return noVariant(issue, place, checked);
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case undefined:
    default:
      return [{ path, code: 'BASE_TYPE_INVALID', message: 'This value is not accepted.' }];
  }
}

type UnionIssue = Extract<Issue, { code: 'invalid_union' }>;

/** Tells the faults of the variant that was meant; a union of components or options says so by its `type`. */
function noVariant(issue: UnionIssue, { path, value }: Place, checked: Checked): Problem[] {
  const variants = issue.errors.map((issues) => issues.flatMap((inner) => problemsOf(inner, checked, path)));
  const ofThisShape = variants.filter((problems) => problems.every((one) => one.path.length > path.length));
  const candidates = ofThisShape.length > 0 ? ofThisShape : variants;
  const [first, ...rest] = candidates.filter((problems) => !problems.some((one) => isOfOtherType(one, path)));
  if (first) return rest.reduce((best, problems) => (problems.length < best.length ? problems : best), first);
  const other = variants.flat().find((problem) => isOfOtherType(problem, path));
  if (!other) return [required(path)];
  const name = String(other.path.at(-1));
  if (!isObject(value) || isAbsent(value[name])) return [other];
  const accepted = issue.errors.flat().flatMap((inner) => acceptedAs(name, inner));
  return [notOneOfType(other.path, accepted)];
}

function isOfOtherType({ path }: Problem, union: Path): boolean {
  return path.length === union.length + 1 && DISCRIMINATORS.has(path.at(-1));
}

function acceptedAs(name: string, issue: Issue): readonly unknown[] {
  const isDiscriminator = issue.code === 'invalid_value' && issue.path.length === 1 && issue.path[0] === name;
  return isDiscriminator ? issue.values : [];
}

function step(key: PropertyKey): string | number {
  return typeof key === 'symbol' ? key.toString() : key;
}

function valueAt(body: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)];
    return isObject(value) ? value[key] : undefined;
  }, body);
}
