import type { z } from 'zod';

/** A zod object whose every field has a default, so that a guild that never configured anything has settings. */
export type SettingsSchema = z.ZodObject<z.ZodRawShape>;
