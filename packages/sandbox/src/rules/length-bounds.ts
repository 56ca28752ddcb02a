/* oxlint-disable no-underscore-dangle -- zod shows what a schema consists of nowhere else. */
import * as z from 'zod/mini';
import type { Path } from './problem.ts';

/** The lengths that a schema accepts of a text or list. */
interface LengthBounds {
  minimum?: number;
  maximum?: number;
}

/**
 * Looks up which lengths a schema accepts at a path: Discord names both ends, zod only the one that was passed.
 *
 * @param isMeant Tells the variants of a union apart by their bounds.
 */
export function lengthBoundsAt(
  schema: z.core.$ZodType,
  path: Path,
  isMeant: (bounds: LengthBounds) => boolean,
): LengthBounds | undefined {
  const [step, ...rest] = path;
  if (schema instanceof z.ZodMiniOptional || schema instanceof z.ZodMiniNullable) {
    return lengthBoundsAt(schema._zod.def.innerType, path, isMeant);
  }
  if (schema instanceof z.ZodMiniLazy) return lengthBoundsAt(schema._zod.innerType, path, isMeant);
  if (schema instanceof z.ZodMiniUnion) {
    for (const option of schema._zod.def.options) {
      const bounds = lengthBoundsAt(option, path, isMeant);
      if (bounds) return bounds;
    }
    return undefined;
  }
  if (step === undefined) {
    const bounds = boundsOf(schema);
    return isMeant(bounds) ? bounds : undefined;
  }
  const inner = innerOf(schema, step);
  return inner && lengthBoundsAt(inner, rest, isMeant);
}

function innerOf(schema: z.core.$ZodType, step: string | number): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodMiniObject) return schema._zod.def.shape[step];
  if (schema instanceof z.ZodMiniArray) return schema._zod.def.element;
  return schema instanceof z.ZodMiniRecord ? schema._zod.def.valueType : undefined;
}

function boundsOf(schema: z.core.$ZodType): LengthBounds {
  const bounds: LengthBounds = {};
  for (const check of schema._zod.def.checks ?? []) {
    if (check instanceof z.core.$ZodCheckMinLength) bounds.minimum = check._zod.def.minimum;
    if (check instanceof z.core.$ZodCheckMaxLength) bounds.maximum = check._zod.def.maximum;
  }
  return bounds;
}
