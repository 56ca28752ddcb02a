import type { SettingsSchema } from '@twi/sdk';
import { z } from 'zod';
import type { SettingField, SettingValue, SingleValue } from './setting-field.ts';

type ZodType = z.core.$ZodType;

const known = new WeakMap<SettingsSchema, readonly SettingField[]>();

/** The fields of a settings schema in its order. */
export function describeFields(schema: SettingsSchema | undefined): readonly SettingField[] {
  if (!schema) return [];
  const before = known.get(schema);
  if (before) return before;
  const defaults: Record<string, unknown> = schema.parse({});
  const fields = Object.entries(schema.shape).map(([name, type]) =>
    describeField(name, type, defaults[name]),
  );
  known.set(schema, fields);
  return fields;
}

function describeField(name: string, type: ZodType, value: unknown): SettingField {
  const meta = metaOf(type);
  return {
    name,
    title: meta.title ?? name,
    description: meta.description ?? '',
    type,
    value: describeValue(type, meta),
    default: value,
    isOptional: takesNull(type),
  };
}

/** What is said of a type or of what it wraps; the outer word wins. */
function metaOf(type: ZodType): z.GlobalMeta {
  const inner = wrapped(type);
  return { ...(inner && metaOf(inner)), ...z.globalRegistry.get(type) };
}

function wrapped(type: ZodType): ZodType | undefined {
  const isWrapper =
    type instanceof z.ZodDefault ||
    type instanceof z.ZodPrefault ||
    type instanceof z.ZodNullable ||
    type instanceof z.ZodOptional ||
    type instanceof z.ZodReadonly;
  return isWrapper ? type.def.innerType : undefined;
}

function bare(type: ZodType): ZodType {
  const inner = wrapped(type);
  return inner ? bare(inner) : type;
}

function describeValue(type: ZodType, meta: z.GlobalMeta): SettingValue {
  const core = bare(type);
  if (!(core instanceof z.ZodArray) && !(core instanceof z.ZodRecord)) return describeSingle(type, meta);
  const entry = core instanceof z.ZodArray ? core.def.element : core.def.valueType;
  // Typed, nothing and an empty list look alike; JSON tells them apart.
  if (takesNull(type) || takesNull(entry)) return { kind: 'json' };
  const of = describeSingle(entry, { kind: meta.kind, channelTypes: meta.channelTypes });
  const { max } = boundsOf(core);
  if (core instanceof z.ZodArray) return { kind: 'list', of, max };
  return { kind: 'record', key: describeSingle(core.def.keyType), of, max };
}

const takesNull = (type: ZodType): boolean => z.core.safeParse(type, null).success;

interface KindHint {
  readonly kind?: z.GlobalMeta['kind'];
  readonly channelTypes?: z.GlobalMeta['channelTypes'];
}

function describeSingle(type: ZodType, hint: KindHint = {}): SingleValue {
  const core = bare(type);
  const own = metaOf(type);
  const kind = own.kind ?? hint.kind;
  if (kind === 'channel') return { kind, types: own.channelTypes ?? hint.channelTypes };
  if (kind === 'duration') return { kind, ...boundsOf(core) };
  if (kind !== undefined) return { kind };
  if (core instanceof z.ZodBoolean) return { kind: 'boolean' };
  if (core instanceof z.ZodNumber) return { kind: 'number', isWhole: core.isInt, ...boundsOf(core) };
  if (core instanceof z.ZodString)
    return { kind: 'text', isMultiline: own.multiline ?? false, ...boundsOf(core) };
  const values = choices(core);
  if (values)
    return {
      kind: 'choice',
      options: values.map((value) => ({ value, label: own.labels?.[value] ?? value })),
    };
  return { kind: 'json' };
}

/** The values of a type that takes a few texts and nothing else. */
function choices(type: ZodType): readonly string[] | undefined {
  const values: readonly unknown[] =
    type instanceof z.ZodEnum ? type.options : type instanceof z.ZodLiteral ? [...type.values] : [];
  if (values.length === 0) return undefined;
  return values.every((value) => typeof value === 'string') ? values : undefined;
}

/** Bounds of a text's length, a number's value or a list's length; what numbers have anyway does not count. */
function boundsOf(type: ZodType): { readonly min: number | undefined; readonly max: number | undefined } {
  const json = z.toJSONSchema(type, { unrepresentable: 'any', io: 'input' });
  const min = json.minimum ?? json.minLength ?? json.minItems;
  const max = json.maximum ?? json.maxLength ?? json.maxItems;
  return {
    min:
      min === undefined || min === Number.MIN_SAFE_INTEGER || (min === 0 && json.minLength === 0)
        ? undefined
        : min,
    max: max === Number.MAX_SAFE_INTEGER ? undefined : max,
  };
}
