import { once } from 'node:events';
import { Client, GatewayIntentBits } from 'discord.js';
import type { ClientEvents, ClientOptions, Interaction } from 'discord.js';
import { startSandbox } from '../src/index.ts';
import type { MemberActor, Sandbox, SandboxGuild, SandboxOptions } from '../src/index.ts';

/** Insists that something exists. */
export function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The scene lacks what this test is about');
  return value;
}

/** Every intent that the tests look at. */
const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMembers,
  GatewayIntentBits.GuildModeration,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.MessageContent,
];

/** A client that must identify anew waits up to 5 seconds for the next window. */
const EVENT_TIMEOUT_MS = 10_000;

/** A sandbox with the demo scene and a real, unmodified discord.js client logged in to it. */
export class TestBot implements AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly client: Client<true>;
  readonly failures: unknown[] = [];

  private constructor(sandbox: Sandbox, client: Client<true>) {
    this.sandbox = sandbox;
    this.client = client;
  }

  static async start(
    options: SandboxOptions = {},
    clientOptions: Partial<ClientOptions> = {},
  ): Promise<TestBot> {
    const sandbox = await startSandbox({ rateLimits: false, ...options });
    return new TestBot(sandbox, await logIn(sandbox, clientOptions));
  }

  /** The demo guild. */
  get guild(): SandboxGuild {
    const [guild] = this.sandbox.guilds;
    if (!guild) throw new Error('The scene has no guild');
    return guild;
  }

  channelId(name = 'general'): string {
    const channel = this.guild.channel(name);
    if (!channel) throw new Error(`There is no #${name}`);
    return channel.id;
  }

  userId(username: string): string {
    const user = this.sandbox.user(username);
    if (!user) throw new Error(`There is no ${username}`);
    return user.id;
  }

  /** Plays somebody of the demo scene. */
  as(username: string, channel = 'general'): MemberActor {
    return this.sandbox.as(this.userId(username), { channelId: this.channelId(channel) });
  }

  /** Lets the bot handle interactions; what a handler throws is kept in `failures`. */
  onInteraction(handle: (interaction: Interaction) => Promise<unknown>): void {
    this.client.on('interactionCreate', (interaction) => {
      handle(interaction).catch((error: unknown) => this.failures.push(error));
    });
  }

  /** Fails with what a handler threw, if one did. */
  rethrow(): void {
    if (this.failures.length > 0) throw new AggregateError(this.failures.splice(0), 'A handler failed');
  }

  /** Waits for the next event of the client. */
  async next<Name extends keyof ClientEvents>(event: Name): Promise<ClientEvents[Name]> {
    const { promise, resolve, reject } = Promise.withResolvers<ClientEvents[Name]>();
    const timer = setTimeout(() => reject(new Error(`No ${event} arrived`)), EVENT_TIMEOUT_MS);
    this.client.once(event, (...values) => resolve(values));
    return promise.finally(() => clearTimeout(timer));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.client.destroy();
    await this.sandbox.close();
  }
}

/** Logs a discord.js client in and waits until it is ready. */
export async function logIn(sandbox: Sandbox, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = new Client({ intents: INTENTS, rest: { api: sandbox.apiUrl }, ...options });
  client.on('error', (error) => {
    throw error;
  });
  const ready = once(client, 'clientReady');
  await client.login(sandbox.token);
  await ready;
  if (!client.isReady()) throw new Error('The client is not ready');
  return client;
}
