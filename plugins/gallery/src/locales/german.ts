import type { Translation } from '@twi/sdk';
import type { english } from './english.ts';
import { germanCommands } from './german-commands.ts';
import { germanErrors } from './german-errors.ts';
import { repostGerman } from './repost-german.ts';

/** Informal, with “du”. */
export const german = {
  commands: germanCommands,
  errors: germanErrors,
  item: {
    by: 'Von {{who}}',
    added: 'Hinzugefügt am {{when}}',
    'added-by': 'Hinzugefügt von {{who}} am {{when}}',
    open: 'Öffnen',
    post: 'Beitrag',
    original: 'Original',
    another: 'Noch eins',
    gone_one: '⚠️ Eine Datei davon ist weg: Die Nachricht mit ihr wurde gelöscht.',
    gone_other: '⚠️ {{count, number}} Dateien davon sind weg: Die Nachricht mit ihnen wurde gelöscht.',
    unreachable_one: '⚠️ Eine Datei davon kann ich gerade nicht zeigen: Discord lässt mich dort nicht lesen.',
    unreachable_other:
      '⚠️ {{count, number}} Dateien davon kann ich gerade nicht zeigen: Discord lässt mich dort nicht lesen.',
  },
  pages: {
    gallery: 'Galerie',
    found: 'Gefunden für „{{query}}“',
    showcase: 'Neu in der Galerie',
    previous: 'Zurück',
    next: 'Weiter',
  },
  empty: {
    gallery: 'In der Galerie ist noch nichts, das hier gezeigt werden darf.',
    list: 'Nichts passt dazu. Versuch andere Tags oder Namen, wie die Vorschläge sie zeigen.',
    search: 'Nichts enthält „{{query}}“ ganz. Versuch weniger Wörter oder nur ihren Anfang.',
  },
  stats: {
    title: 'Die Galerie in Zahlen',
    items_one: '**{{count, number}}** Stück',
    items_other: '**{{count, number}}** Stücke',
    tags_one: '{{count, number}} Tag',
    tags_other: '{{count, number}} Tags',
    creators_one: 'Von {{count, number}} Person',
    creators_other: 'Von {{count, number}} Personen',
    growth: 'Stücke in der Galerie',
    line: 'Stücke',
  },
  done: {
    adding: '**{{title}}** wird hinzugefügt …',
    added: '**{{title}}** ist jetzt in der Galerie.',
    edited: 'Nr. {{number}} wurde geändert.',
    removed: 'Nr. {{number}} ist nicht mehr in der Galerie. `/gallery restore` holt es zurück.',
    restored: 'Nr. {{number}} ist wieder in der Galerie.',
  },
  repost: repostGerman,
} as const satisfies Translation<typeof english>;
