import type { SettingsSchema } from '@twi/sdk';
import { z } from 'zod';

/** A stored field that its schema does not take any more. */
export interface SettingsProblem {
  /** The field; empty when it is not about one. */
  readonly field: string;
  /** What the schema says about it. */
  readonly reason: string;
}

/** Settings as the plugin sees them, and what of the stored value could not be used. */
export interface ReadSettings<Schema extends SettingsSchema> {
  readonly values: z.output<Schema>;
  /** What of it is stored; the other fields have their defaults. */
  readonly stored: Readonly<Record<string, unknown>>;
  readonly problems: readonly SettingsProblem[];
}

/**
 * Reads stored settings with the schema of today: a field that is missing, or that the schema does not take, gets its
 * default; a field that the schema does not know is left out.
 */
export function readSettings<Schema extends SettingsSchema>(
  schema: Schema,
  stored: unknown,
): ReadSettings<Schema> {
  const fields: Record<string, unknown> = typeof stored === 'object' && stored !== null ? { ...stored } : {};
  const problems: SettingsProblem[] = [];
  const usable: Record<string, unknown> = {};
  for (const [field, type] of Object.entries(schema.shape)) {
    if (!Object.hasOwn(fields, field)) continue;
    const parsed = z.core.safeParse(type, fields[field]);
    if (parsed.success) usable[field] = fields[field];
    else problems.push({ field, reason: parsed.error.issues.map(({ message }) => message).join('; ') });
  }
  const whole = schema.safeParse(usable);
  if (whole.success) return { values: whole.data, stored: usable, problems };
  const reason = whole.error.issues.map(({ message }) => message).join('; ');
  return { values: schema.parse({}), stored: {}, problems: [...problems, { field: '', reason }] };
}
