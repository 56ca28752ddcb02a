import { parentPort } from 'node:worker_threads';
import type { Drawn } from './draw.ts';
import type { Drawing } from './drawing.ts';
import { renderPng } from './render-png.ts';

const port = parentPort;
if (!port) throw new Error('This file runs as a worker thread.');

port.on('message', ({ id, ...drawing }: Drawing & { readonly id: number }) => {
  port.postMessage(drawn(id, drawing));
});

function drawn(id: number, drawing: Drawing): Drawn {
  try {
    return { id, png: renderPng(drawing) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
