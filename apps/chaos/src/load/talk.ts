import type { MemberActor } from '@twi/sandbox';
import type { Stage } from './stage.ts';

const HOUR_MS = 3_600_000;
/** https://docs.discord.com/developers/reference#snowflakes */
const DISCORD_EPOCH_MS = 1_420_070_400_000;

/** What people write, and how much each wrote where in which hour. */
export class Talk {
  /** Messages by server, channel, user and hour, as `guild channel user hour`. */
  readonly written = new Map<string, number>();
  #sent = 0;

  /** How many messages there are. */
  get sent(): number {
    return this.#sent;
  }

  /** Somebody says something. */
  async write(stage: Stage): Promise<void> {
    await this.say(stage, stage.actor(stage.pickMember()), 'Hello everybody');
  }

  /** @returns the id of the message */
  async say(stage: Stage, actor: MemberActor, text: string): Promise<string> {
    const { id } = await actor.send(text);
    this.#sent += 1;
    const at = Number(BigInt(id) >> 22n) + DISCORD_EPOCH_MS;
    const key = `${stage.id} ${actor.channelId} ${actor.userId} ${Math.floor(at / HOUR_MS) * HOUR_MS}`;
    this.written.set(key, (this.written.get(key) ?? 0) + 1);
    return id;
  }
}
