import type { CommandTranslation } from '@twi/sdk';

const options = { feed: 'Welcher Feed' };

/** `/feed` in German. */
export const feedCommandsGerman = {
  description: 'Seiten, Werke, Konten und Künstlern in Kanälen folgen',
  subcommands: {
    add: {
      description: 'Etwas anderswo in einem Kanal folgen',
      options: {
        source: 'Wo es ist',
        target: 'Adresse oder Name',
        channel: 'Wo es gepostet wird',
        mention: 'Wer bei jedem Eintrag erwähnt wird',
        include: 'Nur was eines dieser Wörter enthält, mit Kommas dazwischen',
        exclude: 'Nichts, was eines dieser Wörter enthält, mit Kommas dazwischen',
        spoiler: 'Texte und Bilder erst nach einem Klick zeigen',
        gallery: 'Was gepostet wird, auch in die Galerie aufnehmen',
      },
    },
    edit: {
      description: 'Ändern, wie ein Feed gepostet wird',
      options: {
        ...options,
        channel: 'Wo es ab jetzt gepostet wird',
        mention: 'Wer bei jedem Eintrag erwähnt wird',
        include: 'Nur was eines dieser Wörter enthält, mit Kommas dazwischen',
        exclude: 'Nichts, was eines dieser Wörter enthält, mit Kommas dazwischen',
        spoiler: 'Texte und Bilder erst nach einem Klick zeigen',
        gallery: 'Was gepostet wird, auch in die Galerie aufnehmen',
        clear: 'Was er nicht mehr haben soll',
      },
    },
    list: { description: 'Die Feeds dieses Servers zeigen' },
    remove: { description: 'Einem Feed nicht mehr folgen', options },
    pause: { description: 'Von einem Feed vorerst nichts posten', options },
    resume: { description: 'Einen angehaltenen Feed weiterlaufen lassen', options },
    test: { description: 'Nur dir zeigen, was ein Feed postet', options },
    health: { description: 'Zeigen, wie es den Feeds geht' },
  },
} satisfies CommandTranslation;
