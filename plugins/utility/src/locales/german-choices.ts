import type { Translation } from '@twi/sdk';
import type { englishChoices } from './english-choices.ts';

export const germanChoices = {
  roles: {
    title: 'Rollen zum Aussuchen',
    none: 'Hier gibt es keine Rolle, die du dir nehmen kannst.',
    added: 'Du hast jetzt {{roles}}.',
    removed: 'Du hast {{roles}} nicht mehr.',
    locked: '{{role}} ist nur für alle, die eine davon haben: {{required}}.',
    unchanged: 'Es hat sich nichts geändert.',
    yours: 'Alle deine Rollen von hier: {{roles}}',
    'none-yours': 'Du hast keine der Rollen von hier.',
    for: 'für {{required}}',
    'how-to': 'Nimm dir eine mit `/role`, und gib sie genauso zurück.',
    panel: {
      title: 'Such dir Rollen aus',
      'how-to':
        'Such dir in den Menüs unten Rollen aus. Die Antwort siehst nur du: Sie zeigt, was du hast, und dort kannst du es zurückgeben.',
      nothing: 'Hier gibt es gerade nichts auszusuchen.',
      more: 'Hier passt nicht alles hin: /roles zeigt den Rest.',
      'pick-any': '{{name}}: beliebig viele',
      'pick-one': '{{name}}: eine davon',
      'give-back': 'Um eine Rolle zurückzugeben, nimm sie aus dem Menü hier unten heraus.',
      mine: 'Deine Rollen: nehmen oder zurückgeben',
    },
    errors: {
      'role-not-offered':
        '{{role}} gehört nicht zu den Rollen, die du dir nehmen kannst. `/roles` zeigt sie.',
      'role-locked': '{{role}} ist nur für alle, die eine davon haben: {{required}}.',
      'role-unavailable':
        'Ich kann {{role}} gerade nicht ändern. Bitte sag dem Team dieses Servers Bescheid; es erfährt den Grund, wenn es das selbst versucht.',
    },
  },
  pins: {
    pinned: '{{message}} von {{author}} ist jetzt angepinnt.',
    unpinned: '{{message}} von {{author}} ist nicht mehr angepinnt.',
    message: 'Diese Nachricht',
    again: 'Wähle noch einmal **Pin**, um es zurückzunehmen.',
    errors: {
      'may-not-pin':
        'Du kannst in {{channel}} keine Nachrichten anpinnen. Frag das Team dieses Servers: Es kann das mit `/pin-admin add` erlauben.',
      'not-your-pin': 'Nur wer diese Nachricht angepinnt hat und das Team können sie wieder lösen.',
      'cannot-be-pinned':
        'Discord lässt diese Nachricht niemanden anpinnen, denn niemand hat sie geschrieben.',
      'message-gone': 'Die Nachricht gibt es nicht mehr.',
      'too-many-pins':
        '{{channel}} hat {{max, number}} angepinnte Nachrichten, und mehr nimmt Discord nicht. Löse eine, die niemand mehr braucht (die Pinnnadel oben im Kanal zeigt alle), und versuch es noch einmal.',
      'thread-closed':
        '{{channel}} ist geschlossen. Öffne den Thread wieder (oder bitte das Team darum), und versuch es noch einmal.',
      'bot-lacks-pin':
        'Zum Anpinnen in {{channel}} brauche ich **{{permission}}**. Bitte sag dem Team dieses Servers Bescheid.',
    },
  },
  custom: {
    title: 'Befehle dieses Servers',
    empty: 'Hier gibt es noch keinen.',
    used_one: '{{count, number}}-mal benutzt',
    used_other: '{{count, number}}-mal benutzt',
    'only-in': 'nur in {{channel}}',
    'only-for': 'nur für {{role}}',
    overtaken: '{{command}} des Bots antwortet stattdessen',
    'needs-words': 'Schreib etwas hinter den Namen des Befehls.',
  },
} as const satisfies Translation<typeof englishChoices>;
