import { once } from 'node:events';
import { Client, GatewayIntentBits } from 'discord.js';
import type { ClientOptions } from 'discord.js';
import { startSandbox } from '../src/index.ts';
import type { MemberActor, Sandbox, SandboxGuild, SandboxOptions } from '../src/index.ts';

/** Every intent that the tests look at. */
export const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMembers,
  GatewayIntentBits.GuildModeration,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.MessageContent,
];

/** A sandbox with the demo scene and a real, unmodified discord.js client logged in to it. */
export class TestBot implements AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly client: Client<true>;

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
