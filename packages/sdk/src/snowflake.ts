import type { Snowflake } from 'discord.js';
import { z } from 'zod';

/** Schema of Discord's ids: 17 to 20 decimal digits (Reference › Snowflakes). */
export const snowflake: z.ZodType<Snowflake, Snowflake> = z
  .string()
  .regex(/^\d{17,20}$/, 'must be a Discord id of 17 to 20 digits');
