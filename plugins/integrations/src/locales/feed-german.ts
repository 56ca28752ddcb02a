import type { Translation } from '@twi/sdk';
import type { feedEnglish } from './feed-english.ts';

/** What `/feed` says, in German. */
export const feedGerman = {
  posts: {
    chapter: 'Kapitel {{number}}',
    'chapter-titled': 'Kapitel {{number}}: {{title}}',
    words_one: '{{count, number}} Wort',
    words_other: '{{count, number}} Wörter',
    chapters: 'Kapitel {{chapters}}',
    video: 'mit einem Video',
    'more-pictures_one': '{{count, number}} weiteres Bild',
    'more-pictures_other': '{{count, number}} weitere Bilder',
    'left-out_one': '{{count, number}} älterer Eintrag wurde ausgelassen.',
    'left-out_other': '{{count, number}} ältere Einträge wurden ausgelassen.',
  },
  added:
    '**{{name}}** wird ab jetzt in {{channel}} gezeigt, als Feed #{{number}}. Nichts Altes wird gepostet.',
  'found-on-page': 'Die angegebene Seite nennt diesen Feed: {{url}}',
  mentions: '{{role}} wird bei jedem Eintrag erwähnt.',
  'adults-left-out':
    'Was als nicht jugendfrei markiert ist, fehlt dort. Wähl einen altersbeschränkten Kanal, wenn du auch das willst.',
  'not-adults': 'Dort gilt keine Altersbeschränkung, daher fehlt, was nicht jugendfrei ist.',
  edited: 'Feed #{{number}}, **{{name}}**, ist geändert. `/undo` macht es rückgängig.',
  removed: 'Feed #{{number}}, **{{name}}**, ist entfernt. `/undo` holt ihn zurück.',
  paused:
    'Feed #{{number}}, **{{name}}**, ist angehalten. `/feed resume` macht mit dem weiter, was inzwischen kam.',
  resumed: 'Feed #{{number}}, **{{name}}**, läuft wieder. Was inzwischen kam, wird jetzt gepostet.',
  restored:
    'Feed #{{number}}, **{{name}}**, ist wieder in {{channel}}. Was inzwischen kam, wird nicht gepostet.',
  'nothing-yet': '**{{name}}** enthält noch nichts, also gibt es nichts zu zeigen.',
  'not-shown-here':
    'Der neueste Eintrag von **{{name}}** ist als nicht jugendfrei markiert. In einem altersbeschränkten Kanal zeigt dieser Befehl ihn.',
  'not-posted-there':
    'Der neueste Eintrag von **{{name}}** ist als nicht jugendfrei markiert und fehlt daher in {{channel}}, wo keine Altersbeschränkung gilt.',
  'left-out-by-filters': 'Seine Filter lassen diesen Eintrag aus.',
  list: {
    title: 'Feeds',
    none: 'Noch gibt es keinen Feed. `/feed add` legt einen an.',
    mentions: 'erwähnt {{role}}',
    include: 'nur mit {{words}}',
    exclude: 'nicht mit {{words}}',
    spoiler: 'als Spoiler',
    gallery: 'in die Galerie',
  },
  health: {
    title: 'Wie es den Feeds geht',
    trouble_one: 'war zuletzt nicht zu lesen: {{why}}',
    trouble_other: 'war {{count, number}} Mal hintereinander nicht zu lesen: {{why}}',
    new: 'wurde noch nicht gelesen',
    read: 'gelesen {{when}}',
    posted: 'letzter Eintrag {{when}}',
    'posted-never': 'noch nichts gepostet',
    next: 'nächster Blick {{when}}',
    waiting_one: '{{count, number}} Eintrag ist unterwegs',
    waiting_other: '{{count, number}} Einträge sind unterwegs',
    errors: {
      'feed-missing': 'unter seiner Adresse ist nichts',
      'feed-gone': 'seine Seite sagt, dass es ihn nicht mehr gibt',
      'not-a-feed': 'was dort ist, ist kein Feed mehr',
      busy: 'seine Seite will eine Weile in Ruhe gelassen werden',
      'no-answer': 'seine Seite antwortet nicht',
      'not-configured': 'seinem Dienst fehlen Zugangsdaten',
      'refused-credentials': 'sein Dienst nimmt die Zugangsdaten nicht an',
      other: 'es gibt ihn nicht, oder er darf nicht gelesen werden',
    },
  },
  'paused-because': {
    staff: 'vom Team angehalten',
    failing: 'angehalten, weil er lange nicht zu lesen war',
    gone: 'angehalten, weil es ihn nicht mehr gibt',
    credentials: 'angehalten, weil Zugangsdaten fehlen oder nicht angenommen werden',
    'channel-gone': 'angehalten, weil es seinen Kanal nicht mehr gibt',
    'no-permission': 'angehalten, weil der Bot in seinem Kanal nicht schreiben darf',
  },
  errors: {
    'bad-filter':
      '`{{option}}` muss aus Wörtern oder Wendungen mit Kommas dazwischen bestehen, etwa `goblins, tea time`: höchstens {{most}}, jede mit höchstens {{longest}} Zeichen.',
    'may-not-mention':
      'Du darfst {{role}} in {{channel}} nicht erwähnen, also darf es auch kein Feed, den du anlegst.',
    'bot-may-not-mention':
      'Der Bot darf {{role}} in {{channel}} nicht erwähnen. Lass alle diese Rolle erwähnen, oder gib dem Bot dort _@everyone, @here und alle Rollen erwähnen_.',
    'page-without-feed':
      'Unter dieser Adresse ist eine Seite, die keinen Feed nennt. Such dort nach „RSS“ oder „Feed“ und gib diese Adresse an.',
    'page-with-feeds':
      'Unter dieser Adresse ist eine Seite, die mehrere Feeds nennt. Gib einen davon an:\n{{feeds}}',
    'other-source': 'Das ist eine Adresse von {{service}}. Wähl dafür `source:{{source}}`.',
    'gallery-off':
      '`gallery` gibt Einträge an die Galerie weiter, und die ist auf diesem Server ausgeschaltet.',
  },
} satisfies Translation<typeof feedEnglish>;
