import { z } from 'zod';

/** A file, as JSON can carry it. */
const file = z
  .strictObject({ filename: z.string().min(1), contentType: z.string(), base64: z.base64() })
  .transform(({ filename, contentType, base64 }) => ({
    filename,
    contentType,
    bytes: Buffer.from(base64, 'base64'),
  }));
const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), file])).default({});
const place = {
  as: z.string().describe('Name or id of the person who acts.'),
  channel: z.string().optional(),
  guild: z.string().optional(),
};

/** What a person can do that sends an interaction, over the control interface. */
export const interactionRequest = z.union([
  z.strictObject({ ...place, line: z.string().describe('A command as people type it.') }),
  z.strictObject({ ...place, type: z.literal('slash'), command: z.string(), options: values }),
  z.strictObject({
    ...place,
    type: z.literal('autocomplete'),
    command: z.string(),
    options: values,
    focused: z.string(),
  }),
  z.strictObject({
    ...place,
    type: z.literal('context-menu'),
    command: z.string(),
    userId: z.string().optional(),
    messageId: z.string().optional(),
  }),
  z.strictObject({
    ...place,
    type: z.literal('click'),
    messageId: z.string().optional().describe('By default the latest message that has the button.'),
    button: z.string(),
  }),
  z.strictObject({
    ...place,
    type: z.literal('select'),
    messageId: z.string().optional().describe('By default the latest message that has the menu.'),
    menu: z.string(),
    values: z.array(z.string()),
  }),
  z.strictObject({
    ...place,
    type: z.literal('submit'),
    exchange: z.string().describe('Id of the exchange whose modal is filled in.'),
    values: z.record(z.string(), z.union([z.string(), z.array(z.union([z.string(), file]))])),
  }),
]);

/** A checked request. */
export type InteractionRequest = z.infer<typeof interactionRequest>;
