import type { Translation } from '@twi/sdk';
import type { english } from './english.ts';
import { germanCommands } from './german-commands.ts';
import { germanErrors } from './german-errors.ts';

/** Informal, with “du”. */
export const german = {
  commands: germanCommands,
  errors: germanErrors,
  minutes_one: '{{count, number}} Minute',
  minutes_other: '{{count, number}} Minuten',
  more_one: 'und {{count, number}} weiteres',
  more_other: 'und {{count, number}} weitere',
  pages: { previous: 'Zurück', next: 'Weiter' },
  search: {
    title: '„{{query}}“ auf {{site}}',
    none: 'Zu „{{query}}“ wurde nichts gefunden.',
    hits_one: '{{count, number}} Treffer',
    hits_other: '{{count, number}} Treffer',
    'about-hits_one': 'Etwa {{count, number}} Treffer',
    'about-hits_other': 'Etwa {{count, number}} Treffer',
  },
  ao3: {
    open: 'Auf AO3 öffnen',
    authors: 'Von',
    anonymous: 'Anonym',
    rating: 'Einstufung',
    warnings: 'Warnungen',
    categories: 'Kategorien',
    fandoms: 'Fandoms',
    relationships: 'Beziehungen',
    characters: 'Figuren',
    tags: 'Tags',
    words: 'Wörter',
    chapters: 'Kapitel',
    kudos: 'Kudos',
    status: 'Stand',
    complete: 'Abgeschlossen',
    'in-progress': 'Wird fortgesetzt',
    updated: 'Geändert',
    language: 'Sprache',
    works: 'Werke',
    'no-summary': 'Es gibt keine Zusammenfassung.',
    'no-works': 'Hier ist kein Werk zu sehen.',
    'age-restricted':
      'Dieses Werk ist als **{{rating}}** eingestuft und wird nur in altersbeschränkten Kanälen ganz gezeigt.',
    'left-out_one': '{{count, number}} Werk wird nur in altersbeschränkten Kanälen gezeigt.',
    'left-out_other': '{{count, number}} Werke werden nur in altersbeschränkten Kanälen gezeigt.',
    line: '{{rating}} · {{words}} Wörter · {{chapters}} · {{updated}}',
  },
} satisfies Translation<typeof english>;
