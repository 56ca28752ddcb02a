import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** Asks the system for a port of 127.0.0.1 that nobody listens on right now. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo; // -- a TCP server's address is never a pipe's name
  server.close();
  await once(server, 'close');
  return port;
}
