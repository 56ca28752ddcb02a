import type { CommandTranslation } from '@twi/sdk';

/** `/summarize` and `/moderate` in German. */
export const openAiGermanCommands = {
  summarize: {
    description: 'Die letzten Nachrichten mit OpenAI zusammenfassen, das sie dafür zu lesen bekommt',
    options: {
      count: 'Wie viele Nachrichten, sonst 50',
      channel: 'Wo sie stehen, sonst hier',
    },
  },
} satisfies Record<string, CommandTranslation>;

/** What they say. */
export const openAiGerman = {
  summary: 'Zusammenfassung',
  'summary-of': '{{messages}} von {{people}} in {{channel}} seit {{since}}',
  messages_one: '{{count, number}} Nachricht',
  messages_other: '{{count, number}} Nachrichten',
  people_one: '{{count, number}} Person',
  people_other: '{{count, number}} Personen',
  uses_one: '{{count, number}} Mal',
  uses_other: '{{count, number}} Mal',
  'left-out_one': '{{count, number}} ältere Nachricht fehlt: Es war zu viel zu lesen.',
  'left-out_other': '{{count, number}} ältere Nachrichten fehlen: Es war zu viel zu lesen.',
  'machine-made': 'Von einer Maschine geschrieben ({{model}}), die sich irren kann.',
  'machine-judged':
    'Von einer Maschine beurteilt ({{model}}), die sich irren kann. Es wurde nichts unternommen.',
  share: 'Allen zeigen',
  progress: 'Teil {{part}} von {{parts}} wird gelesen …',
  findings: 'Mögliche Regelverstöße',
  checked: '{{messages}} in {{channel}} wurden geprüft.',
  'no-findings': 'Nichts scheint gegen die Regeln zu sein.',
  'to-message': 'zur Nachricht',
  rule: 'Regel: {{rule}}',
  confidence: { high: 'Wahrscheinlich', medium: 'Möglich', low: 'Vielleicht' },
  errors: {
    unpaid:
      'Das Konto bei OpenAI, das dieser Bot benutzt, hat kein Guthaben mehr. Wer dafür zahlt, kann es aufladen; warten hilft nicht.',
    'no-such-model':
      'OpenAI kennt kein Modell `{{model}}`, oder nicht für dieses Konto. Ein Administrator kann mit `/config set plugin:integrations key:openaiModel` ein anderes wählen.',
    'too-long': 'Das ist mehr, als {{model}} auf einmal lesen kann. Bitte nimm ein kleineres `count`.',
    filtered: 'OpenAI lässt {{model}} das nicht lesen oder sagen. Bitte nimm andere Nachrichten.',
    refused: '{{model}} will das mit diesen Nachrichten nicht tun.',
    'cut-off': 'Die Antwort von {{model}} wurde zu lang und abgeschnitten. Bitte nimm ein kleineres `count`.',
    unusable:
      'Das Modell hat etwas geantwortet, das sich nicht verwenden lässt. Bitte versuch es noch einmal.',
    'may-not-read':
      'Du kannst die früheren Nachrichten dieses Kanals nicht lesen, also werden sie dir nicht zusammengefasst.',
    'bot-may-not-read':
      'Der Bot kann die früheren Nachrichten dieses Kanals nicht lesen. Er braucht dort **Kanal anzeigen** und **Nachrichtenverlauf anzeigen**.',
    'not-readable':
      '`channel` muss ein Kanal mit Nachrichten sein. In einem Forum benutzt du den Befehl im Beitrag.',
    'cannot-read-content':
      'Der Bot darf keine Nachrichten lesen. Sein Betreiber muss im Developer Portal den Message Content Intent einschalten.',
    excluded:
      'Die Nachrichten dieses Kanals werden nicht an OpenAI geschickt: Das Team des Servers hat ihn ausgenommen.',
    'age-restricted':
      'Dieser Kanal ist altersbeschränkt. Benutze den Befehl in einem altersbeschränkten Kanal.',
    'nothing-to-read':
      'Es gibt nichts zu lesen: keine Nachricht von einer Person, oder nur von Leuten, die nicht dabei sein wollen.',
    'no-rules':
      'Es gibt keine Regeln, an denen geprüft werden könnte. Leg welche mit `/config set plugin:integrations key:moderateRules` fest, oder lass den Bot den Regelkanal des Servers lesen.',
    'may-not-share':
      'Das kann hier nicht allen gezeigt werden: Du darfst hier nicht schreiben, oder nicht alle dürfen frühere Nachrichten lesen.',
    'used-up':
      'OpenAI darf auf diesem Server am Tag {{uses}} gefragt werden, und das ist aufgebraucht. Es geht {{when}} weiter.',
  },
};
