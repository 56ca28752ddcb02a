import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MemberActor, Sandbox } from '@twi/sandbox';

const REASON = 'kept through thick and thin';
const REMINDER = 'water the plants';
const SECRET = 'a-key-of-this-server';

/** Google, as far as it shows with which key it was asked. */
class SearchService implements Disposable {
  readonly keys: unknown[] = [];
  readonly #server = createServer((request, response) => {
    this.keys.push(request.headers['x-goog-api-key']);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`; // -- it listens on TCP
  }

  [Symbol.dispose](): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** When all of it is there. */
export const EVERYTHING = { case: true, setting: true, reminder: true, credentials: true };

/** What people let a bot keep for them: a case, a setting, a reminder, and credentials that only their key opens. */
export class StoredThings implements Disposable {
  readonly #service: SearchService;
  readonly #sandbox: Sandbox;
  /** The environment of each bot that is to keep it, or to have it. */
  readonly environment: Readonly<Record<string, string>>;

  private constructor(sandbox: Sandbox, service: SearchService, place: string) {
    this.#sandbox = sandbox;
    this.#service = service;
    this.environment = {
      DISCORD_TOKEN: sandbox.token,
      DISCORD_API_URL: sandbox.apiUrl,
      SECRET_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
      GOOGLE_BASE_URL: `http://${place}`,
      ALLOW_PRIVATE_ADDRESSES: place,
    };
  }

  static async of(sandbox: Sandbox): Promise<StoredThings> {
    const service = new SearchService();
    return new StoredThings(sandbox, service, await service.listen());
  }

  /** Lets people of the sandbox give the running bot something to keep. */
  async leave(): Promise<void> {
    const olivia = this.#as('olivia');
    for (const plugin of ['moderation', 'utility', 'integrations'])
      await olivia.slash('plugins enable', { plugin });
    await olivia.slash('warn', { user: this.#idOf('mallory'), reason: REASON });
    await olivia.slash('config set', { plugin: 'core', key: 'prefix', value: '%' });
    await olivia.slash('remind me', { text: REMINDER, when: 'in 30 days' });
    const { modal } = await olivia.slash('integrations credentials', { service: 'google' });
    await olivia.submit(modal, { 0: SECRET, 1: 'engine' });
  }

  /** Whether the running bot still has it, as the same people see it. */
  async seen(): Promise<Record<'case' | 'setting' | 'reminder' | 'credentials', boolean>> {
    const olivia = this.#as('olivia');
    const shows = async (text: string, line: string, values = {}): Promise<boolean> =>
      JSON.stringify((await olivia.slash(line, values)).response).includes(text);
    this.#service.keys.length = 0;
    await olivia.slash('find', { query: 'chess' });
    return {
      case: await shows(REASON, 'case view', { number: 1 }),
      setting: await shows(': %', 'config show', { plugin: 'core' }),
      reminder: await shows(REMINDER, 'remind list'),
      credentials: this.#service.keys.includes(SECRET),
    };
  }

  #as(name: string): MemberActor {
    return this.#sandbox.as(this.#idOf(name), { channelId: this.#sandbox.guilds[0]!.channel('general')!.id });
  }

  #idOf(name: string): string {
    return this.#sandbox.user(name)!.id;
  }

  [Symbol.dispose](): void {
    this.#service[Symbol.dispose]();
  }
}
