import { on } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import type { Client } from 'discord.js';
import { sharedNow } from '../measure/shared-now.ts';
import { END_EVENT } from '../messages/message-frames.ts';

/** What a bot tells when it has dealt with everything that was poured. */
export interface PouredFigures {
  /** How many messages its listener saw, where it has one. */
  readonly seen: number;
  /** As `sharedNow`. */
  readonly endedAt: number;
  /** Time that the process has computed since its start, in microseconds. */
  readonly cpuUs: number;
  readonly rssBytes: number;
}

export interface TellEndsOptions {
  readonly seen?: () => number;
  /** Ends what goes on after the last message. */
  readonly settle?: () => Promise<void>;
}

/** Tells the parent, each time that it asks, about the next end of what it poured. */
export function tellEnds(client: Client, { seen = () => 0, settle }: TellEndsOptions = {}): void {
  const ends = on(client.ws, END_EVENT);
  const tell = async (): Promise<void> => {
    await ends.next();
    // What the last messages set in motion is queued behind the event that ends them.
    await setImmediate();
    await settle?.();
    const { user, system } = process.cpuUsage();
    const figures: PouredFigures = {
      seen: seen(),
      endedAt: sharedNow(),
      cpuUs: user + system,
      rssBytes: process.memoryUsage.rss(),
    };
    process.send?.(figures);
  };
  process.on('message', () => void tell());
}
