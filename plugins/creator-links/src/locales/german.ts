import type { Translation } from '@twi/sdk';
import type { english } from './english.ts';
import { germanCommands } from './german-commands.ts';
import { germanErrors } from './german-errors.ts';

/** Informal, with “du”. */
export const german = {
  commands: germanCommands,
  errors: germanErrors,
  list: {
    title: 'Links von {{name}}',
    none: '{{person}} hat auf diesem Server keine Links.',
    'none-here': '{{person}} hat keine Links, die hier gezeigt werden.',
    'own-none': 'Du hast auf diesem Server keine Links. `/creator-link add` fügt einen hinzu.',
    left: '{{person}} ist nicht auf diesem Server. Die Links werden wieder gezeigt, wenn die Person zurückkommt.',
    'age-restricted_one': '{{count, number}} Link wird nur in altersbeschränkten Kanälen gezeigt.',
    'age-restricted_other': '{{count, number}} Links werden nur in altersbeschränkten Kanälen gezeigt.',
    hidden_one: 'Das Team hat {{count, number}} deiner Links vor allen anderen verborgen.',
    hidden_other: 'Das Team hat {{count, number}} deiner Links vor allen anderen verborgen.',
    dead_one:
      '{{count, number}} deiner Links, mit ⚠️ davor, führt seit Tagen ins Leere. `/creator-link edit` behebt das.',
    dead_other:
      '{{count, number}} deiner Links, mit ⚠️ davor, führen seit Tagen ins Leere. `/creator-link edit` behebt das.',
  },
  signs: {
    featured: '📌 angeheftet',
    verified: '✅ vom Team bestätigt',
    nsfw: '🔞 altersbeschränkt',
    dead: '⚠️ führte zuletzt ins Leere',
  },
  pages: { previous: 'Zurück', next: 'Weiter', here: 'Seite {{page, number}} von {{pages, number}}' },
  own: {
    added: '**{{title}}** ist hinzugefügt: {{platform}}.',
    edited: '**{{title}}** ist geändert.',
    unverified: 'Das Team muss die neue Adresse erst wieder bestätigen.',
    removed: '**{{title}}** ist entfernt. `/creator-link restore` holt es zurück.',
    restored: '**{{title}}** ist wieder da.',
    'nsfw-note': 'Der Link wird nur in altersbeschränkten Kanälen gezeigt.',
  },
  directory: {
    browse: 'Kreative auf diesem Server',
    'browse-platform': 'Kreative auf {{platform}}',
    search: 'Links mit „{{query}}“',
    none: 'Hier hat noch niemand einen Link. `/creator-link add` fügt deinen hinzu.',
    'none-platform': 'Hier hat niemand einen Link zu {{platform}}, der in diesem Kanal gezeigt wird.',
    'none-search': 'Kein Link passt.',
    'safe-only': 'Links für altersbeschränkte Kanäle fehlen hier.',
    pick: 'Wähle eine Seite',
    'all-platforms': 'Alle Seiten',
  },
  library: {
    title: 'Links dieses Servers',
    'title-tag': 'Links mit dem Schlagwort {{tag}}',
    none: 'Die Sammlung ist leer.',
    untagged: 'Ohne Schlagwort',
    added: '**{{title}}** ist hinzugefügt. `/link get` zeigt es.',
    edited: '**{{title}}** ist geändert.',
    deleted: '**{{title}}** ist gelöscht. `/undo` holt es zurück.',
  },
} as const satisfies Translation<typeof english>;
