import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from '@twi/sandbox';
import type { Deed } from './deeds/deed.ts';
import { pickDeed } from './deeds/deeds.ts';
import { FeedSite } from './feed-site.ts';
import { type Entry, Ledger } from './ledger.ts';
import { prepareStage } from './prepare-stage.ts';
import { Random } from './random.ts';
import { Stage } from './stage.ts';
import { Starvation } from './starvation.ts';
import { Talk } from './talk.ts';
import { Turn } from './turn.ts';

const DEFAULT_SERVERS = 3;
/** How long the loop is left to everybody else between two looks at what is due. */
const BREATH_MS = 5;
/** Later than this, the loop of this process stood still, and the people with it. */
const STALL_MS = 1_500;
const RELEASE_EVERY_MS = 1_000;
/** After them, somebody is banned or silent for a while. */
const HOLDING: ReadonlySet<string> = new Set(['ban', 'ban-unban', 'timeout']);
/** Of what people do, this share is a message. */
const TALK_SHARE = 0.6;
/** One in so many deeds, the site publishes something as well. */
const NEWS_EVERY = 25;

export interface MixedLoadOptions {
  readonly sandbox: Sandbox;
  /** What is done in which order; who answers when decides the rest. */
  readonly seed: number;
  /** How many servers there are, 3 by default. */
  readonly servers?: number;
  /** How long people wait for what was deferred, in milliseconds. */
  readonly patienceMs?: number | undefined;
  /** Whether the bot is there all the time, so that Discord tells it of everything. */
  readonly isHeard?: boolean | undefined;
  /** Whether nobody is blamed for silence while the machine has no processor to spare, as one that builds: in tests. */
  readonly isLenient?: boolean | undefined;
}

/** People of several servers who do all that people do with all plugins, and a ledger of what they were told. */
export class MixedLoad implements AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly ledger = new Ledger();
  readonly talk = new Talk();
  readonly stages: readonly Stage[];
  readonly site: FeedSite;
  /** Whether Discord tells the bot of everything that people do. */
  readonly isHeard: boolean;
  readonly #news: string[];
  readonly #random: Random;
  readonly #inFlight = new Set<Promise<void>>();
  #running: Promise<void> | undefined;
  readonly #patienceMs: number | undefined;
  readonly #starvation: Starvation | undefined;
  #perSecond = 0;
  /** Who was timed out or banned, until it is clear that they can be so again. */
  readonly #held = new Map<Entry, Stage>();

  private constructor(
    { sandbox, seed, patienceMs, servers = DEFAULT_SERVERS, isHeard = false, isLenient }: MixedLoadOptions,
    news: string[],
    site: FeedSite,
  ) {
    this.sandbox = sandbox;
    this.#random = new Random(seed);
    this.#patienceMs = patienceMs;
    this.isHeard = isHeard;
    this.#starvation = isLenient ? new Starvation() : undefined;
    this.stages = Array.from(
      { length: servers },
      (_, index) => new Stage(sandbox, this.#random, `Server ${index}`),
    );
    this.#news = news;
    this.site = site;
  }

  /** Builds the servers and the site; the bot may not run yet. */
  static async build(options: MixedLoadOptions): Promise<MixedLoad> {
    const news: string[] = [];
    return new MixedLoad(options, news, await FeedSite.start(news));
  }

  /** What the bot needs besides where it logs in. */
  get environment(): Readonly<Record<string, string>> {
    return { ALLOW_PRIVATE_ADDRESSES: this.site.place };
  }

  /** Turns all plugins on, in a bot that runs. */
  async prepare(): Promise<void> {
    for (const stage of this.stages) await prepareStage(stage, this.site.url);
  }

  /** Lets people begin. @param perSecond how much they do in a second, messages among it */
  start(perSecond: number): void {
    this.#perSecond = perSecond;
    this.#running ??= this.#run();
  }

  /** Lets them finish what they are at. */
  async stop(): Promise<void> {
    this.#perSecond = 0;
    await this.#running;
    this.#running = undefined;
    await Promise.all(this.#inFlight);
    this.#releaseVictims();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
    await this.site[Symbol.asyncDispose]();
  }

  async #run(): Promise<void> {
    let last = performance.now();
    let due = 0;
    let releasedAt = last;
    while (this.#perSecond > 0) {
      const now = performance.now();
      if (now - last > STALL_MS) this.ledger.noteStall();
      due += (Math.min(now - last, STALL_MS) / 1_000) * this.#perSecond;
      last = now;
      for (; due >= 1; due -= 1) this.#begin();
      if (now - releasedAt > RELEASE_EVERY_MS) {
        this.#releaseVictims();
        if (this.#starvation?.look()) this.ledger.noteStall();
        releasedAt = now;
      }
      await sleep(BREATH_MS);
    }
  }

  #begin(): void {
    const stage = this.#random.pick(this.stages);
    const act =
      this.#random.next() < TALK_SHARE ? this.talk.write(stage) : this.#do(pickDeed(this.#random), stage);
    const done = act.finally(() => this.#inFlight.delete(done));
    this.#inFlight.add(done);
  }

  async #do(deed: Deed, stage: Stage): Promise<void> {
    if (this.#random.below(NEWS_EVERY) === 0) this.#publish(stage);
    const userId = this.#whoDoes(deed, stage);
    const entry = this.ledger.open(deed.kind, { guildId: stage.id, userId });
    const turn = new Turn(this.ledger, entry, this.#patienceMs);
    await turn.play(() => deed.perform({ stage, talk: this.talk, turn, actor: stage.actor(userId) }));
    if (HOLDING.has(deed.kind)) this.#held.set(entry, stage);
  }

  #whoDoes({ by }: Deed, stage: Stage): string {
    if (by === 'doubter') return stage.doubterId;
    return by === 'staff' ? stage.pick(stage.staff) : stage.pickMember();
  }

  #publish(stage: Stage): void {
    const entry = this.ledger.open('news', { guildId: stage.id, userId: '' });
    this.ledger.close(entry, 'done');
    this.#news.push(entry.mark);
  }

  /** Only where it is clear what was done to them; who was left in the air stays so. */
  #releaseVictims(): void {
    for (const [entry, stage] of this.#held)
      if (entry.outcome !== 'done' || stage.release(entry.target ?? '')) this.#held.delete(entry);
  }
}
