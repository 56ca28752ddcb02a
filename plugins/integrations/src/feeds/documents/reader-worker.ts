import { parentPort } from 'node:worker_threads';
import { feedsInPage } from '../addresses/feeds-in-page.ts';
import { readFeed } from '../read-feed.ts';
import type { DocumentRequest, DocumentResult } from './document-reader.ts';

parentPort?.on('message', (request: DocumentRequest) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
  parentPort?.postMessage(resultOf(request));
});

function resultOf({ kind, text, base }: DocumentRequest): DocumentResult {
  try {
    return { value: kind === 'feed' ? readFeed(text, base) : feedsInPage(text, base) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
