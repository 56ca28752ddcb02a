import type { LiveFrame, Look } from '../../../src/web/live-protocol.ts';

const RETRY_MS = 1_000;

/** A feed that opens itself again whenever it is lost. */
export interface LiveConnection {
  /** Changes who looks and where. */
  look(look: Look): void;
}

/** Connects to the live feed of the sandbox that served this page. */
export function openLive(handlers: {
  onFrame: (frame: LiveFrame) => void;
  onState: (isOpen: boolean) => void;
}): LiveConnection {
  let socket: WebSocket | undefined;
  let current: Look | undefined;

  function open(): void {
    const opening = new WebSocket(`ws://${location.host}/control/live`);
    socket = opening;
    opening.addEventListener('open', () => {
      handlers.onState(true);
      if (current) opening.send(JSON.stringify(current));
    });
    // -- the sandbox sends nothing but frames
    opening.addEventListener('message', ({ data }) =>
      handlers.onFrame(JSON.parse(String(data)) as LiveFrame),
    );
    opening.addEventListener('close', () => {
      handlers.onState(false);
      setTimeout(open, RETRY_MS);
    });
  }

  open();
  return {
    look(look) {
      current = look;
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(look));
    },
  };
}
