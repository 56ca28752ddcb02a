import type { CommandTranslation } from '@twi/sdk';

const user = 'Wen; eine ID geht auch';
const reason = 'Warum; die Person erfährt es, und der Fall behält es';
const number = 'Die Nummer des Falls';
const channel = 'Welcher Kanal. Normalerweise: dieser';
const auditReason = 'Warum, für das Audit-Log';
const types = {
  note: 'Notiz',
  warn: 'Verwarnung',
  untimeout: 'Ende des Timeouts',
  unban: 'Entbannung',
  purge: 'Aufräumen',
};

export const germanCommands = {
  warn: { description: 'Ein Mitglied verwarnen und einen Fall anlegen', options: { user, reason } },
  note: {
    description: 'Eine Notiz über jemanden anlegen, die nur die Moderation sieht',
    options: { user, text: 'Was man sich merken soll; die Person erfährt es nicht' },
  },
  timeout: {
    description: 'Ein Mitglied eine Zeit lang am Schreiben und Sprechen hindern',
    options: { user, duration: 'Wie lange: 10m, 2h, 1d12h; höchstens 28d', reason },
  },
  untimeout: { description: 'Den Timeout eines Mitglieds vorzeitig beenden', options: { user, reason } },
  kick: { description: 'Ein Mitglied entfernen, das wiederkommen darf', options: { user, reason } },
  ban: {
    description: 'Jemanden bannen, für immer oder eine Zeit lang',
    options: {
      user,
      reason,
      duration: 'Wie lange: 2h, 7d, perm; höchstens 5 Jahre. Normalerweise: perm',
      'delete-messages': 'Die Nachrichten wie vieler Tage gelöscht werden. Normalerweise: 0',
    },
  },
  softban: {
    description: 'Ein Mitglied samt den Nachrichten des letzten Tages entfernen; es darf wiederkommen',
    options: { user, reason },
  },
  unban: { description: 'Den Bann von jemandem aufheben', options: { user, reason } },
  'mass-ban': {
    description: 'Viele auf einmal bannen, nach einer Rückfrage',
    options: { users: 'Erwähnungen oder IDs, durch Leerzeichen getrennt; höchstens 200' },
  },
  purge: {
    description: 'Viele Nachrichten dieses Kanals löschen; der Fall behält, was darin stand',
    options: {
      count: 'Wie viele Nachrichten höchstens, die neuesten zuerst',
      user: 'Nur Nachrichten dieser Person',
      contains: 'Nur Nachrichten mit diesem Text',
      kind: 'Nur Nachrichten dieser Art',
      before: 'Nur Nachrichten vor dieser: ihre ID oder ihr Link',
      after: 'Nur Nachrichten nach dieser: ihre ID oder ihr Link',
    },
    choices: {
      kind: {
        bots: 'von Bots',
        links: 'mit Links',
        attachments: 'mit Anhängen',
        embeds: 'mit Einbettungen',
        mentions: 'mit Erwähnungen',
      },
    },
  },
  modstats: {
    description: 'Zeigen, was die Moderation getan hat, nach Art, mit Diagramm',
    options: {
      moderator: 'Nur, was diese Person getan hat. Normalerweise: alle',
      days: 'Wie viele Tage zurück. Normalerweise: 30',
    },
  },
  mod: {
    description: 'Offiziell sprechen und Wartezeiten beenden',
    subcommands: {
      state: {
        description: 'Hier einen offiziellen Hinweis schreiben, mit deinem Namen',
        options: { message: 'Was zu sagen ist; \\n beginnt eine neue Zeile' },
      },
      reset: {
        description: 'Einen Befehl sofort wieder benutzen lassen',
        options: { command: 'Welcher Befehl', user: 'Für wen. Normalerweise: für alle hier' },
      },
    },
  },
  slowmode: {
    description: 'Festlegen, wie oft man in einem Kanal schreiben darf',
    options: {
      seconds: 'Sekunden zwischen zwei Nachrichten einer Person; 0 schaltet es aus',
      channel: 'Welcher Kanal oder Thread. Normalerweise: dieser',
    },
  },
  lock: {
    description: 'Alle am Schreiben in einem Kanal hindern',
    options: { channel, reason: auditReason },
  },
  unlock: {
    description: 'In einem Kanal wieder schreiben lassen, wie vorher',
    options: { channel, reason: auditReason },
  },
  case: {
    description: 'Moderationsfälle nachschlagen, ändern und löschen',
    subcommands: {
      view: { description: 'Einen Fall zeigen', options: { number } },
      list: {
        description: 'Fälle auflisten, die neuesten zuerst',
        options: {
          user: 'Nur Fälle dieser Person',
          type: 'Nur Fälle dieser Art',
          moderator: 'Nur Fälle von dieser Person aus der Moderation',
        },
        choices: { type: types },
      },
      edit: {
        description: 'Den Grund eines Falls ändern',
        options: { number, reason: 'Der neue Grund; die Person erfährt ihn nicht' },
      },
      note: {
        description: 'Einem Fall eine Notiz hinzufügen',
        options: { number, text: 'Was man sich merken soll; nur die Moderation sieht es' },
      },
      delete: {
        description: 'Einen Fall ausblenden; er kann wiederhergestellt werden',
        options: { number },
      },
      restore: { description: 'Einen gelöschten Fall wiederherstellen', options: { number } },
    },
  },
  history: {
    description: 'Alle Fälle einer Person zeigen, mit Summen',
    options: { user: 'Wessen; eine ID geht auch', type: 'Nur Fälle dieser Art' },
    choices: { type: types },
  },
  report: {
    description: 'Dem Team dieses Servers eine Nachricht melden',
    options: {
      message: 'Der Link der Nachricht',
      reason: 'Was daran nicht stimmt',
      anonymous: 'Ob das Team nicht erfahren soll, wer du bist. Normalerweise: nein',
      details: 'Was das Team außerdem wissen sollte',
    },
    choices: {
      reason: {
        spam: 'Spam oder Werbung',
        harassment: 'Belästigung oder Mobbing',
        hate: 'Hass oder Diskriminierung',
        sexual: 'Unerwünschte sexuelle Inhalte',
        violence: 'Drohungen oder Gewalt',
        scam: 'Betrug oder schädlicher Link',
        'self-harm': 'Jemand könnte sich etwas antun',
        other: 'Etwas anderes',
      },
    },
  },
  reports: {
    description: 'Die Meldungen der Mitglieder durchgehen',
    options: { state: 'Welche Meldungen. Normalerweise: die, die noch nicht abgeschlossen sind' },
  },
  automod: { description: 'Regeln für das, was Mitglieder schreiben' },
} as const satisfies Record<string, CommandTranslation>;
