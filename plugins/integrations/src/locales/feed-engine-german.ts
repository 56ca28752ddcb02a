import type { Translation } from '@twi/sdk';
import type { feedEngineEnglish } from './feed-engine-english.ts';

/** Why something cannot be followed, and what the staff is told when a feed stops, in German. */
export const feedEngineGerman = {
  errors: {
    'bad-target': '`target` führt zu nichts, was {{source}} hat. {{accepted}}',
    twice: 'Das kommt dort schon, als Feed #{{number}}.',
    full: 'Dieser Server folgt schon {{count, number}} Feeds, und mehr dürfen es nicht sein. Entferne einen mit `/feed remove`.',
    'no-such-feed':
      'Diesen Feed gibt es hier nicht. Wähl einen der Vorschläge beim Tippen, oder gib seine Nummer an, etwa `#3`.',
    channel:
      'In {{channel}} kann ich nicht posten. Ich brauche dort **View Channel**, **{{send}}** und **Embed Links**.',
    'not-a-channel': 'Feeds kommen in Textkanäle, Threads und Foren. {{channel}} ist nichts davon.',
    'not-paused': 'Feed #{{number}} ist nicht angehalten.',
    'is-paused': 'Feed #{{number}} ist schon angehalten.',
    unchanged: 'Feed #{{number}} ist schon so. Gib an, was sich ändern soll.',
    'changed-since': 'Feed #{{number}} wurde seitdem geändert.',
    'not-removed': 'Feed #{{number}} ist nicht entfernt.',
    'being-read': 'Das wird gerade gelesen. Versuch es in einer Minute noch einmal.',
  },
  accepted: {
    rss: 'Gib die Adresse eines Feeds an (RSS, Atom oder JSON).',
    ao3: 'Gib die Adresse eines Werks, einer Autorin oder eines Autors, einer Reihe oder eines Schlagworts an.',
    twitter: 'Gib den Namen eines Kontos an, etwa `@nasa`.',
    deviantart: 'Gib den Namen einer Künstlerin oder eines Künstlers an, oder die Adresse der Seite.',
  },
  notice: {
    line: '#{{number}} **{{name}}** in {{channel}}',
    more_one: 'und {{count, number}} weiterer',
    more_other: 'und {{count, number}} weitere',
    failing: 'Angehalten, da lange nichts zu lesen war:',
    gone: 'Angehalten, da es nicht mehr da ist:',
    credentials:
      'Angehalten, da die nötigen Zugangsdaten fehlen oder nicht mehr gelten. `/integrations credentials` trägt sie ein:',
    'channel-gone':
      'Angehalten, da der Kanal nicht mehr da ist. Wähl mit `/feed edit` einen anderen und setz es mit `/feed resume` fort; oder entferne es mit `/feed remove`:',
    'no-permission':
      'Angehalten, da ich dort nicht posten darf. Ich brauche **View Channel**, **Send Messages** (in Threads **Send Messages in Threads**) und **Embed Links**:',
    resume: '`/feed resume` macht mit dem weiter, was inzwischen kam. Ich erinnere nicht noch einmal daran.',
  },
} satisfies Translation<typeof feedEngineEnglish>;
