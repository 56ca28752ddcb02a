import type { Translation } from '@twi/sdk';
import type { memberEnglish } from './member-english.ts';

export const memberGerman = {
  members: {
    question:
      'Soll hier nichts mehr von dir gezählt werden? Deine Zahlen auf diesem Server werden jetzt gelöscht und sind nicht zurückzuholen. `/stats opt-in` fängt neu an.',
    erase: 'Löschen und aufhören',
    cancel: 'Abbrechen',
    unchanged: 'Nichts hat sich geändert. Du wirst weiter gezählt.',
    'opted-out': 'Deine Zahlen sind gelöscht, und du wirst nicht mehr gezählt. `/stats opt-in` fängt neu an.',
    'is-out': 'Du wirst hier nicht gezählt. `/stats opt-in` fängt neu an.',
    'opted-in':
      'Du wirst von jetzt an gezählt. Was vorher war, nicht, es sei denn, das Team lässt die Vergangenheit zählen.',
    'is-in': 'Du wirst hier schon gezählt. `/stats opt-out` beendet das.',
  },
  backfill: {
    title: 'Die Vergangenheit zählen',
    counting: 'Die Vergangenheit von <#{{channelId}}> wird gezählt.',
    finding: 'Die Threads werden gesucht.',
    done: 'Die Vergangenheit von <#{{channelId}}> ist gezählt.',
    stopped: 'Das Zählen der Vergangenheit von <#{{channelId}}> wurde beendet. Was gezählt ist, bleibt.',
    days: 'Tage zurück',
    scanned: 'Nachrichten durchgesehen',
    counted: 'Neu gezählt',
    stop: 'Beenden',
  },
} as const satisfies Translation<typeof memberEnglish>;
