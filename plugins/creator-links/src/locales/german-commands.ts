import type { CommandTranslation } from '@twi/sdk';

const title = 'Welcher Link';
const url = 'Wohin er führt, etwa https://www.patreon.com/somebody';
const details = {
  username: 'Dein Name dort, wenn ihn die Adresse nicht verrät; - für keinen',
  nsfw: 'Ob er nur in altersbeschränkten Kanälen gezeigt wird. Normalerweise: nein',
  weight: 'Links mit mehr Gewicht stehen weiter vorn. Normalerweise: 0',
  featured: 'Ob er über den anderen angeheftet wird. Normalerweise: nein',
};
const owner = 'Wessen Link es ist; für das Team. Normalerweise: deiner';
const tag = 'Worunter es einsortiert wird';
const content = 'Die Adresse, oder was gesagt werden soll';
const embed = 'Ob Discord eine Vorschau von Adressen zeigt. Normalerweise: ja';

export const germanCommands = {
  'creator-link': {
    description: 'Wo die Kreativen dieses Servers sonst zu finden sind',
    subcommands: {
      get: {
        description: 'Zeigen, wo jemand sonst zu finden ist',
        options: { user: 'Wessen Links. Normalerweise: deine' },
      },
      add: {
        description: 'Einen Link von dir hinzufügen',
        options: { title: 'Wie der Link heißt', url, ...details },
      },
      edit: {
        description: 'Einen Link ändern; was du weglässt, bleibt, wie es ist',
        options: { title, url, ...details, 'new-title': 'Wie er von nun an heißt', user: owner },
      },
      remove: {
        description: 'Einen Link entfernen; er lässt sich zurückholen',
        options: { title, user: owner },
      },
      restore: { description: 'Einen entfernten Link zurückholen', options: { title, user: owner } },
      browse: {
        description: 'Die Links von allen hier durchsehen',
        options: { platform: 'Nur Links zu dieser Seite' },
      },
      search: {
        description: 'Die Links von allen hier durchsuchen',
        options: { query: 'Wörter aus Titel, Name oder Seite, oder wie sie beginnen' },
      },
      verify: {
        description: 'Bestätigen, dass ein Link der Person gehört, oder das zurücknehmen',
        options: { user: 'Wessen Link', title },
      },
      hide: {
        description: 'Einen Link vor allen verbergen, oder ihn wieder zeigen',
        options: { user: 'Wessen Link', title },
      },
    },
  },
  link: {
    description: 'Die Linksammlung dieses Servers',
    subcommands: {
      get: { description: 'Einen Link oder Text der Sammlung zeigen', options: { title: 'Welchen' } },
      list: {
        description: 'Zeigen, was in der Sammlung ist',
        options: { tag: 'Nur, was dieses Schlagwort hat' },
      },
      add: {
        description: 'Einen Link oder Text in die Sammlung aufnehmen',
        options: { title: 'Womit man ihn findet', 'url-or-text': content, tag, embed },
      },
      edit: {
        description: 'Ändern, was unter einem Titel steht; was du weglässt, bleibt, wie es ist',
        options: { title: 'Welchen', 'url-or-text': content, tag: `${tag}; - für nichts`, embed },
      },
      delete: {
        description: 'Einen Titel aus der Sammlung löschen; das lässt sich zurücknehmen',
        options: { title: 'Welchen' },
      },
    },
  },
  tag: {
    description: 'Die Links dieses Servers mit einem Schlagwort zeigen',
    options: { tag: 'Welches Schlagwort' },
  },
} as const satisfies Record<string, CommandTranslation>;
