import type { Translation } from '@twi/sdk';
import type { english } from './english.ts';
import { germanCommands } from './german-commands.ts';

/** Informal, with “du”. */
export const german = {
  commands: germanCommands,
  'for-duration': ' für {{ms, duration}}',
  'done-with-case': '{{done}} (Fall #{{number}}).',
  'not-lifted': 'Der Bann besteht noch: {{why}} Ich versuche es weiter.',
  done: {
    note: 'Notiz über {{target}} hinzugefügt',
    warn: '{{target}} wurde verwarnt',
    timeout: '{{target}} ist{{duration}} im Timeout',
    untimeout: 'Der Timeout von {{target}} wurde aufgehoben',
    kick: '{{target}} wurde gekickt',
    ban: '{{target}} wurde{{duration}} gebannt',
    softban: '{{target}} wurde samt den letzten Nachrichten entfernt',
    unban: '{{target}} wurde entbannt',
    purge: 'Nachrichten wurden gelöscht',
  },
  untold: {
    closed: 'Die Person nimmt keine Direktnachrichten an und hat deshalb nichts davon erfahren.',
    failed: 'Die Nachricht an die Person konnte nicht zugestellt werden.',
  },
  warned: {
    points_one: 'Die Person hat jetzt {{count, number}} Punkt.',
    points_other: 'Die Person hat jetzt {{count, number}} Punkte.',
    escalated: '{{action}} durch die Eskalation dieses Servers (Fall #{{number}}).',
    'escalation-failed': 'Die Eskalation dieses Servers ist fehlgeschlagen: {{failure}}',
  },
  titles: {
    note: 'Notiz',
    warn: 'Verwarnung',
    untimeout: 'Ende des Timeouts',
    unban: 'Entbannung',
    purge: 'Aufräumen',
  },
  told: {
    warn: 'Du wurdest auf {{guild}} verwarnt.',
    timeout: 'Du bist auf {{guild}}{{duration}} im Timeout.',
    untimeout: 'Dein Timeout auf {{guild}} wurde aufgehoben.',
    kick: 'Du wurdest von {{guild}} gekickt.',
    ban: 'Du wurdest auf {{guild}}{{duration}} gebannt.',
    softban:
      'Du wurdest von {{guild}} entfernt, samt dem, was du dort zuletzt geschrieben hast. Du darfst wiederkommen.',
  },
  reason: 'Grund: {{reason}}',
} as const satisfies Translation<typeof english>;
