import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { container } from '@sapphire/pieces';
import { createTestDatabase } from '@twi/database/testing';
import { startHost } from '@twi/host';
import { galleryPlugin } from '@twi/plugin-gallery';
import { startSandbox } from '@twi/sandbox';
import { addGalleryItems } from './gallery-items.ts';
import { median, percentile } from './measure/percentile.ts';

/** The most that a server can allow itself. */
const ITEMS = 100_000;
const ROUNDS = 40;
/** The first rounds fill the caches of the database, and are thrown away. */
const WARM_UP = 5;
const PAGE = 5;
const CHOICES = 25;

/** How long one way to look at a gallery takes in the database, in milliseconds. */
interface GalleryFigure {
  readonly p50Ms: number;
  readonly p95Ms: number;
}

/** What a large gallery costs, by what people do with it. */
export interface GalleryFigures {
  readonly items: number;
  readonly byUse: ReadonlyMap<string, GalleryFigure>;
}

/** Asks the gallery of a real host for all that people ask for. */
export async function measureGallery(): Promise<GalleryFigures> {
  await using database = await createTestDatabase();
  await using sandbox = await startSandbox({ scene: 'empty' });
  const owner = sandbox.createUser({ username: 'owner' });
  const guild = sandbox.createGuild({ name: 'Bench', ownerId: owner.id });
  const directory = await mkdtemp(join(tmpdir(), 'twi-bench-'));
  const host = await startHost({
    token: sandbox.token,
    apiUrl: sandbox.apiUrl,
    databaseUrl: database.url,
    dataDir: directory,
    givenPlugins: [{ plugin: galleryPlugin }],
    logLevel: 'error',
  });
  try {
    await database.handle.ensureGuild(guild.id);
    await addGalleryItems(database.handle.forPlugin('gallery'), guild.id, ITEMS);
    const byUse = new Map<string, GalleryFigure>();
    for (const [use, ask] of Object.entries(usesOf(guild.id))) byUse.set(use, await measure(ask));
    return { items: ITEMS, byUse };
  } finally {
    await host.stop('the benchmark is done');
    await rm(directory, { recursive: true, force: true });
  }
}

/** What people ask for, each with what makes it slow. */
function usesOf(guildId: string): Readonly<Record<string, (round: number) => Promise<unknown>>> {
  const { search, statistics } = container.gallery;
  const [all, safe] = [
    { guildId, nsfw: true },
    { guildId, nsfw: false },
  ];
  const suggesting = { limit: CHOICES, deleted: false };
  return {
    list: () => search.list(safe, PAGE),
    'list by a tag of all': () => search.list({ ...safe, tag: 'fanart' }, PAGE),
    'list by a rare tag': (round) => search.list({ ...all, tag: `rare${round}` }, PAGE),
    'list by tag and creator': (round) =>
      search.list({ ...safe, tag: 'fanart', creator: `Artist ${round}` }, PAGE),
    'search for a rare word': (round) => search.search(all, `word${(round + 1) * 20}`, PAGE),
    'search for a word of a quarter': () => search.search(safe, 'ryoka', PAGE),
    'search for the beginning of all': () => search.search(safe, 'p', PAGE),
    'search for nothing': () => search.search(safe, 'zebra', PAGE),
    random: () => search.random(safe),
    'random with a rare tag': (round) => search.random({ ...safe, tag: `rare${round + 1}` }),
    'suggestions by number': (round) => search.suggest(safe, String(round + 1), suggesting),
    'suggestions by title': () => search.suggest(safe, 'pic ery', suggesting),
    'suggestions of tags': () => search.suggestTags(safe, 'r', CHOICES),
    statistics: () => statistics.totals(all),
  };
}

async function measure(ask: (round: number) => Promise<unknown>): Promise<GalleryFigure> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    const start = performance.now();
    await ask(round);
    if (round >= WARM_UP) times.push(performance.now() - start);
  }
  return { p50Ms: median(times), p95Ms: percentile(times, 0.95) };
}
