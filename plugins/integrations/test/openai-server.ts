import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

/** A request to the model. */
export interface AskedModel {
  readonly authorization: string | undefined;
  readonly path: string;
  readonly body: {
    readonly model: string;
    readonly stream?: boolean;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly response_format: { readonly json_schema: { readonly name: string; readonly schema: object } };
    readonly [field: string]: unknown;
  };
}

/** What is sent back, byte for byte: texts, and pauses in milliseconds between them. */
export interface RawAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: readonly (string | number)[];
  /** What becomes of the connection afterwards. */
  readonly ending?: 'end' | 'hang' | 'break';
}

type Respond = (asked: AskedModel) => RawAnswer | object;

const LIMITS = {
  'x-ratelimit-limit-requests': '500',
  'x-ratelimit-remaining-requests': '499',
  'x-ratelimit-reset-requests': '120ms',
  'x-ratelimit-limit-tokens': '200000',
  'x-ratelimit-remaining-tokens': '149984',
  'x-ratelimit-reset-tokens': '6m0s',
};

/** A local server that speaks as the documentation of OpenAI's Chat Completions says. */
export class OpenAiServer {
  readonly asked: AskedModel[] = [];
  /** What is answered in turn; the last one goes on. An object is what the model writes. */
  answers: Respond[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async start(): Promise<OpenAiServer> {
    const server = new OpenAiServer();
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  /** `127.0.0.1:port`. */
  get place(): string {
    const { port } = this.#server.address() as AddressInfo; // -- it listens on TCP
    return `127.0.0.1:${port}`;
  }

  get base(): string {
    return `http://${this.place}/v1`;
  }

  reset(): void {
    this.answers = [];
    this.asked.length = 0;
  }

  /** The data that was sent to the model in a request, without the marks around it. */
  data(index: number): { readonly [field: string]: readonly Record<string, unknown>[] } {
    const content = this.asked[index]?.body.messages[1]?.content ?? '';
    return JSON.parse(content.slice(content.indexOf('\n') + 1, content.lastIndexOf('\n')));
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body: unknown = JSON.parse(await text(request));
    const { authorization } = request.headers;
    const asked = { authorization, path: request.url ?? '', body } as AskedModel; // -- of our own client
    this.asked.push(asked);
    const [respond] = this.answers.length > 1 ? this.answers.splice(0, 1) : this.answers;
    const answer = respond?.(asked) ?? failed(500, 'server_error');
    await send(response, isRaw(answer) ? answer : written(asked, answer));
  }
}

/** An answer of a model in the form that was asked for, with what is known of limits. */
function written({ body: { stream, model } }: AskedModel, content: object): RawAnswer {
  const name = `${model}-2026-09-22`;
  const words = JSON.stringify(content);
  if (stream !== true) return whole({ content: words }, 'stop', name);
  return streamed([
    ...(words.match(/[^]{1,20}/g) ?? []).map((part) => chunk({ content: part }, null, name)),
    chunk({}, 'stop', name),
    DONE,
  ]);
}

export const DONE = 'data: [DONE]\n\n';

export function chunk(delta: object, finish: string | null = null, model = 'gpt-test'): string {
  const object = 'chat.completion.chunk';
  return `data: ${JSON.stringify({ object, model, choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
}

export function streamed(body: readonly (string | number)[], rest: Omit<RawAnswer, 'body'> = {}): RawAnswer {
  return { headers: { 'content-type': 'text/event-stream; charset=utf-8', ...LIMITS }, body, ...rest };
}

export function whole(message: object, finish = 'stop', model = 'gpt-test'): RawAnswer {
  const choices = [
    { index: 0, message: { role: 'assistant', refusal: null, ...message }, finish_reason: finish },
  ];
  const body = JSON.stringify({ object: 'chat.completion', model, choices });
  return { headers: { 'content-type': 'application/json', ...LIMITS }, body: [body] };
}

/** An error as OpenAI words them. */
export function failed(
  status: number,
  code: string,
  { headers = {}, param = null }: { headers?: Record<string, string>; param?: string | null } = {},
): RawAnswer {
  const error = { message: 'Incorrect API key provided: sk-very-secret', type: code, param, code };
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: [JSON.stringify({ error })],
  };
}

const isRaw = (answer: object): answer is RawAnswer => 'body' in answer && Array.isArray(answer.body);

async function send(
  response: ServerResponse,
  { status = 200, headers = {}, body, ending = 'end' }: RawAnswer,
): Promise<void> {
  response.writeHead(status, headers);
  for (const part of body) {
    if (response.destroyed) return;
    if (typeof part === 'number') await sleep(part);
    else response.write(part);
  }
  if (ending === 'end') response.end();
  if (ending === 'break') response.destroy();
}
