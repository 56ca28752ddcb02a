import type { IncomingMessage } from 'node:http';
import busboy from 'busboy';
import type { ReceivedFile } from '../actions/attachments.ts';
import { DiscordError } from '../rules/discord-error.ts';
import { LARGEST_UPLOAD } from '../state/upload-limit.ts';

/** Bytes that one request may bring: Discord's upload limit of 10 MiB for each of ten files, and some for the rest. */
const MAXIMUM_BODY_BYTES = 105 * 1_024 * 1_024;

/** What a request carries: its JSON and its files. */
export interface RequestBody {
  readonly json: unknown;
  readonly files: readonly ReceivedFile[];
}

const EMPTY: RequestBody = { json: undefined, files: [] };

/** Reads a JSON or multipart body. @throws DiscordError 50109 for broken JSON, 40005 for too many bytes */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const type = request.headers['content-type'];
  if (type?.startsWith('multipart/form-data')) return readMultipart(request);
  const raw = await readAll(request);
  if (raw.length === 0) return EMPTY;
  return { json: parseJson(raw.toString()), files: [] };
}

/** Listeners instead of async iteration: this runs for every answer of the bot. */
function readAll(request: IncomingMessage): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAXIMUM_BODY_BYTES) reject(tooLarge());
    else chunks.push(chunk);
  });
  request.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
  request.on('error', reject);
  return promise;
}

function readMultipart(request: IncomingMessage): Promise<RequestBody> {
  const { promise, resolve, reject } = Promise.withResolvers<RequestBody>();
  const files: ReceivedFile[] = [];
  const fields: Partial<Record<string, string>> = {};
  const parser = busboy({
    headers: request.headers,
    defParamCharset: 'utf8',
    limits: { fileSize: LARGEST_UPLOAD, fieldSize: MAXIMUM_BODY_BYTES },
  });
  parser.on('file', (field, stream, info) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('limit', () => reject(tooLarge()));
    stream.on('end', () =>
      files.push({
        field,
        filename: info.filename ?? 'unknown',
        contentType: info.mimeType,
        bytes: Buffer.concat(chunks),
      }),
    );
  });
  parser.on('field', (name, value) => (fields[name] = value));
  parser.on('error', () => reject(invalidJson()));
  parser.on('close', () => {
    try {
      const { payload_json: payload } = fields;
      const json = payload === undefined ? fields : parseJson(payload);
      resolve({ json, files });
    } catch (error) {
      reject(error);
    }
  });
  request.pipe(parser);
  return promise;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidJson();
  }
}

function invalidJson(): DiscordError {
  return new DiscordError(400, 50_109, 'The request body contains invalid JSON.');
}

function tooLarge(): DiscordError {
  return new DiscordError(413, 40_005, 'Request entity too large');
}
