import { WebhookClient, type WebhookMessageCreateOptions } from 'discord.js';
import { isObject } from '../../src/rules/json.ts';
import type { UploadedFile } from '../../src/rules/request.ts';

/** What discord.js really put on the wire. */
export interface SentMessage {
  readonly body: Readonly<Record<string, unknown>>;
  readonly files: readonly UploadedFile[];
}

/** Lets discord.js send a message and catches the request before it leaves the process. */
export async function sentByWebhook(options: WebhookMessageCreateOptions): Promise<SentMessage> {
  let sent: SentMessage | undefined;
  const webhook = new WebhookClient(
    { id: '123456789012345678', token: 'token' },
    {
      rest: {
        makeRequest: async (_url, { body }) => {
          sent = body instanceof FormData ? await ofForm(body) : { body: ofText(body), files: [] };
          return Response.json({ id: '1', channel_id: '2', attachments: [], embeds: [] });
        },
      },
    },
  );
  await webhook.send(options);
  webhook.destroy();
  if (!sent) throw new Error('discord.js sent nothing');
  return sent;
}

async function ofForm(form: FormData): Promise<SentMessage> {
  const files: UploadedFile[] = [];
  for (const [field, value] of form) {
    if (value instanceof File) files.push({ field, filename: value.name, size: value.size });
  }
  return { body: ofText(form.get('payload_json')), files };
}

function ofText(text: unknown): SentMessage['body'] {
  const body: unknown = typeof text === 'string' ? JSON.parse(text) : undefined;
  if (!isObject(body)) throw new Error('discord.js sent no JSON object');
  return body;
}
