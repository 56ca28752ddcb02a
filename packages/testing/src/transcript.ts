import type { RecordedRequest, Sandbox } from '@twi/sandbox';
import type { APIMessage } from 'discord.js';
import { complaintsIn } from './complaints.ts';
import { namesIn, readable } from './render/names.ts';
import { renderMessage } from './render/render-message.ts';

const REQUESTS = 12;
const COMPLAINTS = 5;
const MESSAGES = 5;
const MAX_BODY = 300;

export interface TranscriptParts {
  readonly sandbox: Sandbox;
  readonly logs: readonly string[];
  /** What the person whose action failed sees in their channel. */
  readonly seen?: readonly APIMessage[];
}

/** What happened lately, for whoever wonders why a test failed: messages seen, requests sent, what was logged. */
export function transcript({ sandbox, logs, seen }: TranscriptParts): string {
  const names = namesIn(sandbox);
  const messages = (seen ?? []).slice(-MESSAGES).map((message) => renderMessage(message, names));
  const requests = sandbox.requests.slice(-REQUESTS).map((request) => readable(requestLine(request), names));
  const complaints = complaintsIn(logs).slice(-COMPLAINTS);
  return [
    ...(seen ? section('The member sees', messages) : []),
    ...section('The bot sent', requests),
    ...section(
      'The bot logged',
      complaints.map(({ level, text }) => `${level}: ${text}`),
    ),
  ].join('\n');
}

function section(title: string, entries: readonly string[]): string[] {
  const lines = entries.length > 0 ? entries : ['nothing'];
  return [`--- ${title}:`, ...lines.map((line) => line.replaceAll(/^/gm, '  '))];
}

function requestLine({ method, path, body, status, problem }: RecordedRequest): string {
  const sent = body === undefined || body === null ? '' : ` ${shorten(JSON.stringify(body))}`;
  const why = problem ? `\n  refused: ${JSON.stringify(problem)}` : '';
  // The token of an interaction is long and says nothing.
  return `${method} ${path.replaceAll(/[0-9a-f-]{36}/g, '…')}${sent} → ${status}${why}`;
}

const shorten = (text: string): string => (text.length > MAX_BODY ? `${text.slice(0, MAX_BODY)}…` : text);
