import { setTimeout as sleep } from 'node:timers/promises';
import type { MemberActor, Sandbox } from '@twi/sandbox';

const GUILDS = 4;
const CHANNELS = 5;
const PEOPLE = 300;
/** How long the sender leaves the event loop to the gateway between two bursts. */
const BREATH_MS = 1;
const HOUR_MS = 3_600_000;
/** https://docs.discord.com/developers/reference#snowflakes */
const DISCORD_EPOCH_MS = 1_420_070_400_000;

/** People of several servers who write without a pause, and how much each has written. */
export class Crowd {
  readonly guildIds: readonly string[];
  /** Messages by channel, user and hour, as `channel user hour`. */
  readonly written = new Map<string, number>();
  readonly #actors: readonly MemberActor[];
  #sent = 0;

  constructor(sandbox: Sandbox) {
    const people = Array.from({ length: PEOPLE }, (_, index) =>
      sandbox.createUser({ username: `person${index}` }),
    );
    const guilds = Array.from({ length: GUILDS }, (_, index) =>
      sandbox.createGuild({ name: `Server ${index}` }),
    );
    for (const guild of guilds) for (const { id } of people) guild.addMember(id);
    this.guildIds = guilds.map(({ id }) => id);
    const channelIds = guilds.flatMap((guild) =>
      Array.from({ length: CHANNELS }, (_, index) => guild.addChannel({ name: `talk-${index}` }).id),
    );
    this.#actors = people.flatMap(({ id }) => channelIds.map((channelId) => sandbox.as(id, { channelId })));
  }

  /** How many messages there are. */
  get sent(): number {
    return this.#sent;
  }

  /** Lets people write at a steady rate. @returns how long it took, in milliseconds */
  async write(
    messages: number,
    { perSecond, while: during }: { readonly perSecond: number; readonly while?: (sent: number) => void },
  ): Promise<number> {
    const start = performance.now();
    for (let sent = 0; sent < messages; await sleep(BREATH_MS)) {
      const due = Math.min(messages, ((performance.now() - start) / 1_000) * perSecond);
      for (; sent < due; sent += 1) await this.#writeOne();
      during?.(sent);
    }
    return performance.now() - start;
  }

  async #writeOne(): Promise<void> {
    // A step that shares no divisor with their number: everybody comes, in an order that looks like none.
    const actor = this.#actors[(this.#sent * 7_919) % this.#actors.length]!;
    const { id } = await actor.send('Hello');
    this.#sent += 1;
    const at = Number(BigInt(id) >> 22n) + DISCORD_EPOCH_MS;
    const key = `${actor.channelId} ${actor.userId} ${Math.floor(at / HOUR_MS) * HOUR_MS}`;
    this.written.set(key, (this.written.get(key) ?? 0) + 1);
  }
}
