import { z } from 'zod';

/** Who wrote a work. */
export interface Ao3Author {
  /** As the work shows it: `pseud (user)` where the two differ. */
  readonly name: string;
  readonly url: string;
}

/** A day as AO3 writes it, in two shapes. Time zones do not matter for it. */
const day = z
  .string()
  .transform((text) => new Date(`${text} UTC`))
  .refine((date) => !Number.isNaN(date.getTime()), 'is no day');

/** A number with thousands separators. */
const count = z
  .string()
  .transform((text) => Number(text.replaceAll(/[,. \u00A0]/g, '')))
  .pipe(z.number().int().nonnegative());

/** `3/?`, `1/1`. */
const chapters = z
  .string()
  .regex(/^[\d,]+\/(?:[\d,]+|\?)$/)
  .transform((text) => {
    const [posted = '', planned = ''] = text.replaceAll(',', '').split('/');
    return { posted: Number(posted), planned: planned === '?' ? undefined : Number(planned) };
  });

const texts = z.array(z.string());

/** What has to be on a page about a work; its shape is AO3's markup (otwarchive, `app/views/works`). */
export const ao3Work = z.object({
  id: z.string().regex(/^\d{1,12}$/),
  title: z.string().min(1),
  authors: z.array(z.object({ name: z.string().min(1), url: z.url() })),
  rating: z.string().min(1),
  warnings: texts,
  categories: texts,
  fandoms: texts,
  relationships: texts,
  characters: texts,
  tags: texts,
  language: z.string().optional(),
  /** Absent while AO3 still counts them. */
  words: count.optional(),
  chapters,
  kudos: count.default(0),
  publishedAt: day.optional(),
  updatedAt: day,
  summary: z.string().optional(),
});

/** A work of the Archive of Our Own. Without authors it is anonymous. */
export type Ao3Work = z.output<typeof ao3Work>;

/** A list of works: of a series, or the newest of an author. */
export interface Ao3List {
  readonly title: string;
  readonly url: string;
  readonly authors: readonly Ao3Author[];
  readonly summary?: string | undefined;
  /** How many works there are; the list holds those of the first page. */
  readonly count: number;
  readonly words?: number | undefined;
  readonly isComplete?: boolean | undefined;
  readonly works: readonly Ao3Work[];
}
