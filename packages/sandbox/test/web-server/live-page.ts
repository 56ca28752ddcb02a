import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { LiveFrame, Look } from '../../src/web/live-protocol.ts';

const TIMEOUT_MS = 5_000;

/** A page as the live feed knows it: keeps every frame, and waits for those that are wanted. */
export class LivePage implements Disposable {
  readonly frames: LiveFrame[] = [];
  readonly #socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data: Buffer) => this.frames.push(JSON.parse(data.toString()) as LiveFrame));
  }

  static async open(url: string): Promise<LivePage> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/control/live`);
    const page = new LivePage(socket);
    await once(socket, 'open');
    return page;
  }

  look(look: Look): void {
    this.#socket.send(JSON.stringify(look));
  }

  send(text: string): void {
    this.#socket.send(text);
  }

  /** Waits for a frame that is new, of a type, and as is wanted; forgets those before it. */
  async next<Type extends LiveFrame['type']>(
    type: Type,
    isWanted: (frame: Extract<LiveFrame, { type: Type }>) => boolean = () => true,
  ): Promise<Extract<LiveFrame, { type: Type }>> {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    for (;;) {
      for (let frame = this.frames.shift(); frame; frame = this.frames.shift()) {
        if (isType(frame, type) && isWanted(frame)) return frame;
      }
      await once(this.#socket, 'message', { signal });
    }
  }

  [Symbol.dispose](): void {
    this.#socket.terminate();
  }
}

function isType<Type extends LiveFrame['type']>(
  frame: LiveFrame,
  type: Type,
): frame is Extract<LiveFrame, { type: Type }> {
  return frame.type === type;
}
