import { container } from '@sapphire/pieces';
import { galleryPlugin } from '@twi/plugin-gallery';
import { addGalleryItems, type Section } from '@twi/proving';
import { sql } from 'kysely';
import { startMeasuredHost } from '../measure/measured-host.ts';
import { slowestWithin, timeUses, type Uses } from '../measure/time-uses.ts';

/** The most that a server can allow itself. */
const ITEMS = 100_000;
/** So many are added within the time that one statement has. */
const BATCH = 5_000;
const PAGE = 5;
const CHOICES = 25;
const MOST_MS = 50;

/** Asks the gallery of a real host for all that people ask for. */
export async function measureGallery(): Promise<Section> {
  await using measured = await startMeasuredHost({ plugins: [galleryPlugin] });
  const { sandbox, database } = measured;
  const owner = sandbox.createUser({ username: 'owner' });
  const { id: guildId } = sandbox.createGuild({ name: 'Bench', ownerId: owner.id });
  await database.handle.ensureGuild(guildId);
  const db = database.handle.forPlugin('gallery');
  for (let from = 1; from <= ITEMS; from += BATCH)
    await addGalleryItems(db, guildId, { from, to: from + BATCH - 1 });
  for (const table of ['items', 'item_tags', 'files', 'tallies'])
    await sql`vacuum analyze ${sql.table(`gallery.${table}`)}`.execute(db);
  const figures = await timeUses(usesOf(guildId), { rounds: 40, warmUp: 5 });
  return {
    id: 'gallery',
    columns: [`${ITEMS.toLocaleString('en')} items`, 'p50 ms', 'p95 ms'],
    rows: figures.map(({ use, p50Ms, p95Ms }) => [use, p50Ms.toFixed(1), p95Ms.toFixed(1)]),
    limits: [slowestWithin('time in the database', figures, MOST_MS)],
  };
}

/** What people ask for, each with what makes it slow. */
function usesOf(guildId: string): Uses {
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
