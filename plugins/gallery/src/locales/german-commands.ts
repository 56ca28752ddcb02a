import type { CommandTranslation } from '@twi/sdk';

const id = 'Die Nummer; Wörter aus dem Titel führen auch hin';
const nothing = '; - entfernt';

/** German for what `/gallery` and its options say of themselves. */
export const germanCommands = {
  gallery: {
    description: 'Das Beste aus dieser Community, gesammelt',
    subcommands: {
      add: {
        description: 'Einen Link oder ein Bild zur Galerie hinzufügen',
        options: {
          title: 'Wie es heißt',
          url: 'Wo es ist; dies oder `image`',
          image: 'Ein Bild, ein Video oder ein Ton; dies oder `url`',
          description: 'Mehr dazu',
          tags: 'Bis zu 10, mit Kommas dazwischen',
          creator: 'Von wem es ist: ein Name oder eine Erwähnung',
          nsfw: 'Nur in Kanälen mit Altersbeschränkung zu sehen. Normalerweise: nein',
        },
      },
      view: { description: 'Ein Stück zeigen', options: { id } },
      list: {
        description: 'Die Galerie durchsehen, das Neueste zuerst',
        options: {
          tag: 'Nur mit diesem Tag',
          creator: 'Nur von dieser Person: der ganze Name oder eine Erwähnung',
        },
      },
      search: {
        description: 'Nach Wörtern in Titel, Beschreibung, Tags und Namen suchen',
        options: { query: 'Ein oder mehrere Wörter; der Anfang genügt' },
      },
      random: { description: 'Irgendetwas zeigen', options: { tag: 'Irgendetwas mit diesem Tag' } },
      showcase: {
        description: 'Das Neueste zusammen zeigen',
        options: { count: 'Wie viel. Normalerweise: 5' },
      },
      edit: {
        description: 'Etwas ändern; was du weglässt, bleibt',
        options: {
          id,
          title: 'Der neue Titel',
          url: `Die neue Adresse${nothing} sie`,
          description: `Die neue Beschreibung${nothing} sie`,
          tags: `Alle Tags von jetzt an, mit Kommas dazwischen${nothing} sie`,
          creator: `Von wem es ist: ein Name oder eine Erwähnung${nothing} ihn`,
          nsfw: 'Ob es NSFW ist',
        },
      },
      remove: { description: 'Etwas aus der Galerie nehmen; es kann zurückgeholt werden', options: { id } },
      restore: { description: 'Etwas Entferntes zurückholen', options: { id } },
      stats: { description: 'Zeigen, was die Galerie enthält, in Zahlen und als Diagramm' },
    },
  },
} as const satisfies Record<string, CommandTranslation>;
