import type { IntegrationsContext } from '../context.ts';
import { type ClaimedFeed, FeedDeliveryRepository } from '../database/feed-delivery-repository.ts';
import { type FeedTarget, FeedTargetRepository } from '../database/feed-target-repository.ts';
import { FeedSender } from './deliveries/feed-sender.ts';
import { planDeliveries } from './deliveries/plan-deliveries.ts';
import { FeedNotices } from './notices/feed-notices.ts';
import { Lane } from './polling/lane.ts';
import type { Poller } from './polling/poller.ts';
import { FeedPosts } from './posts/feed-posts.ts';
import type { FeedSourceId } from './sources/feed-source.ts';

/** How often each process looks for what is due. */
const LOOK_MS = 2_000;
/** AO3 takes its requests one after the other; people who ask come in between. */
const AO3_AT_ONCE = 2;
const OTHERS_AT_ONCE = 12;
const SENDERS_AT_ONCE = 8;
const OTHERS: readonly FeedSourceId[] = ['rss', 'twitter', 'deviantart'];

/** Reads what is due, records what follows, posts it and tells what stopped: in each process, and each thing in one of them. */
export class FeedWorker {
  readonly #context: IntegrationsContext;
  readonly #posts: FeedPosts;
  readonly #deliveries: FeedDeliveryRepository;
  readonly #notices: FeedNotices;
  readonly #lanes: readonly Lane<FeedTarget>[];
  readonly #sending: Lane<ClaimedFeed>;
  #running: Promise<boolean> | undefined;
  #isStopping = false;

  constructor(context: IntegrationsContext, poller: Poller) {
    this.#context = context;
    this.#posts = new FeedPosts(context);
    this.#deliveries = new FeedDeliveryRepository(context.db);
    this.#notices = new FeedNotices(context);
    const targets = new FeedTargetRepository(context.db);
    const isStopping = (): boolean => this.#isStopping;
    const sender = new FeedSender(context, this.#posts);
    const reading = (sources: readonly FeedSourceId[], atOnce: number): Lane<FeedTarget> =>
      new Lane({
        atOnce,
        claim: (free) => targets.claimDue(sources, free),
        run: (target) => poller.poll(target, { isStopping }),
        onError: (error) => context.logger.error('A feed could not be read.', error),
      });
    this.#lanes = [reading(['ao3'], AO3_AT_ONCE), reading(OTHERS, OTHERS_AT_ONCE)];
    this.#sending = new Lane({
      atOnce: SENDERS_AT_ONCE,
      claim: (free) => this.#claimFeeds(free),
      run: (feed) => sender.send(feed, { isStopping }),
      onError: (error) => context.logger.error('A feed could not be posted.', error),
    });
    context.every(LOOK_MS, async () => void (await this.#look()));
    context.onUnload(() => this.#stop());
  }

  /** Looks for what is due now instead of at the next time. */
  wake(): void {
    void this.#look().catch((error: unknown) =>
      this.#context.logger.error('Looking for feeds failed.', error),
    );
  }

  /** Does all that is due, and resolves when nothing is. */
  async runAll(): Promise<void> {
    for (;;) {
      await this.#running;
      const finished = this.#finished;
      const didSomething = await this.#look();
      await Promise.all([...this.#lanes, this.#sending].map((lane) => lane.idle()));
      if (!didSomething && this.#finished === finished) return;
    }
  }

  get #finished(): number {
    return [...this.#lanes, this.#sending].reduce((sum, lane) => sum + lane.finished, 0);
  }

  /** One look at a time. @returns whether anything was due. */
  async #look(): Promise<boolean> {
    this.#running ??= this.#lookOnce().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #lookOnce(): Promise<boolean> {
    if (this.#isStopping || !this.#context.client.isReady()) return false;
    const read = await Promise.all(this.#lanes.map((lane) => lane.fill()));
    const planned = await planDeliveries(this.#context, this.#posts);
    const sent = await this.#sending.fill();
    const told = await this.#notices.tellDue();
    return [...read, planned, sent, told].some((count) => count > 0);
  }

  /** Of guilds that this process has: with shards, others have the rest. */
  async #claimFeeds(free: number): Promise<readonly ClaimedFeed[]> {
    const { cache } = this.#context.client.guilds;
    const guildIds = (await this.#deliveries.listGuilds()).filter((id) => cache.get(id)?.available);
    return guildIds.length === 0 ? [] : this.#deliveries.claimFeeds(guildIds, free);
  }

  async #stop(): Promise<void> {
    this.#isStopping = true;
    await Promise.all([...this.#lanes, this.#sending].map((lane) => lane.stop()));
    await this.#running;
  }
}
