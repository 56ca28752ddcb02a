import { z } from 'zod';

const EMOJI = /^(?:\p{RGI_Emoji}|<a?:\w{2,32}:\d{17,20}>)$/v;

/** Schema of an emoji as messages carry it: a character, or `<:name:id>` (`<a:name:id>` when it moves) of a server. */
export const emoji: z.ZodType<string, string> = z
  .string()
  .regex(EMOJI, 'must be an emoji: 👍, or one of this server');
