import type { FileValue } from '../interaction-action.ts';

/** Discord's upload limit for people without a subscription. */
const MAXIMUM_FILE_BYTES = 10 * 1_024 * 1_024;

/** Reads a chosen file into what the control interface takes. @throws RangeError for a file that Discord would not take */
export async function readFile(file: File): Promise<FileValue> {
  if (file.size > MAXIMUM_FILE_BYTES) throw new RangeError(`${file.name} is larger than 10 MiB.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  return {
    filename: file.name,
    contentType: file.type || 'application/octet-stream',
    base64: base64Of(bytes),
  };
}

const CHUNK_BYTES = 32_768;

/** In pieces, because a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK_BYTES));
  }
  return btoa(binary);
}
