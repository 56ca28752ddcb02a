import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Breakage } from './request-faults.ts';

/** What a request is answered with. */
export interface Answer {
  readonly status: number;
  /** A text is HTML; anything else is sent as JSON. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** How it fails to arrive. */
  readonly breaks?: Breakage;
}

/** How late the second half of a slow answer comes. */
const SLOW_MS = 5_000;

/** Sends an answer, or what a fault leaves of it. */
export async function sendAnswer(
  response: ServerResponse,
  answer: Answer,
  limits: Readonly<Record<string, string>> | undefined,
): Promise<void> {
  const { breaks, status, body } = answer;
  const headers = { ...limits, ...answer.headers };
  if (breaks === 'hang') return;
  if (breaks === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  if (breaks) {
    await sendInPieces(response, { text: JSON.stringify(body ?? { id: null }), headers, breaks });
    return;
  }
  if (status === 204 || body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  const isPage = typeof body === 'string';
  const text = isPage ? body : JSON.stringify(body);
  const type = isPage ? 'text/html' : 'application/json';
  response
    .writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(text), ...headers })
    .end(text);
}

interface BrokenAnswer {
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly breaks: 'truncate' | 'slow' | 'garble';
}

async function sendInPieces(
  response: ServerResponse,
  { text, headers, breaks }: BrokenAnswer,
): Promise<void> {
  const bytes = Buffer.from(text);
  const half = Math.floor(bytes.length / 2);
  const length = breaks === 'garble' ? half : bytes.length;
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': length, ...headers });
  if (breaks === 'garble') {
    response.end(bytes.subarray(0, half));
    return;
  }
  await new Promise((resolve) => response.write(bytes.subarray(0, half), resolve));
  if (breaks === 'truncate') {
    response.socket?.destroy();
    return;
  }
  await delay(SLOW_MS);
  response.end(bytes.subarray(half));
}
