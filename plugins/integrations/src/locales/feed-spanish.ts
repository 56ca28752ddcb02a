import type { Translation } from '@twi/sdk';
import type { feedEnglish } from './feed-english.ts';

/** What `/feed` says, in Spanish. */
export const feedSpanish = {
  posts: {
    chapter: 'Capítulo {{number}}',
    'chapter-titled': 'Capítulo {{number}}: {{title}}',
    words_one: '{{count, number}} palabra',
    words_other: '{{count, number}} palabras',
    chapters: 'capítulos {{chapters}}',
    video: 'con un vídeo',
    'more-pictures_one': '{{count, number}} imagen más',
    'more-pictures_other': '{{count, number}} imágenes más',
    'left-out_one': 'Se ha omitido {{count, number}} entrada anterior.',
    'left-out_other': 'Se han omitido {{count, number}} entradas anteriores.',
  },
  added:
    '**{{name}}** se sigue desde ahora en {{channel}}, como feed #{{number}}. No se publica nada antiguo.',
  'found-on-page': 'La página indicada nombra este feed: {{url}}',
  mentions: 'Con cada publicación se menciona a {{role}}.',
  'adults-left-out':
    'Lo marcado como solo para adultos no aparece allí. Elige un canal con restricción de edad si también lo quieres.',
  'not-adults': 'Allí no hay restricción de edad, así que no aparece lo que es solo para adultos.',
  edited: 'El feed #{{number}}, **{{name}}**, ha cambiado. `/undo` lo deja como estaba.',
  removed: 'El feed #{{number}}, **{{name}}**, se ha quitado. `/undo` lo recupera.',
  paused:
    'El feed #{{number}}, **{{name}}**, está en pausa. `/feed resume` sigue con lo que llegó entretanto.',
  resumed: 'El feed #{{number}}, **{{name}}**, sigue. Lo que llegó entretanto se publica ahora.',
  restored: 'El feed #{{number}}, **{{name}}**, vuelve a {{channel}}. Lo que llegó entretanto no se publica.',
  'nothing-yet': '**{{name}}** aún no tiene nada, así que no hay nada que mostrar.',
  'not-shown-here':
    'Lo más reciente de **{{name}}** está marcado como solo para adultos. Usa este comando en un canal con restricción de edad para verlo.',
  'not-posted-there':
    'Lo más reciente de **{{name}}** está marcado como solo para adultos, así que no aparece en {{channel}}, que no tiene restricción de edad.',
  'left-out-by-filters': 'Sus filtros omiten esta entrada.',
  list: {
    title: 'Feeds',
    none: 'Aún no se sigue ningún feed. Sigue uno con `/feed add`.',
    mentions: 'menciona a {{role}}',
    include: 'solo con {{words}}',
    exclude: 'no con {{words}}',
    spoiler: 'como spoiler',
    gallery: 'a la galería',
  },
  health: {
    title: 'Cómo están los feeds',
    trouble_one: 'no se pudo leer la última vez: {{why}}',
    trouble_other: 'no se pudo leer {{count, number}} veces seguidas: {{why}}',
    new: 'aún no se ha leído',
    read: 'leído {{when}}',
    posted: 'última publicación {{when}}',
    'posted-never': 'aún no se ha publicado nada',
    next: 'se mira otra vez {{when}}',
    waiting_one: '{{count, number}} publicación está en camino',
    waiting_other: '{{count, number}} publicaciones están en camino',
    errors: {
      'feed-missing': 'en su dirección no hay nada',
      'feed-gone': 'su sitio dice que ya no existe',
      'not-a-feed': 'lo que hay allí ya no es un feed',
      busy: 'su sitio quiere que lo dejen en paz un rato',
      'no-answer': 'su sitio no responde',
      'not-configured': 'su servicio no tiene credenciales',
      'refused-credentials': 'su servicio no acepta las credenciales',
      other: 'no está, o no se puede leer',
    },
  },
  'paused-because': {
    staff: 'en pausa por el equipo',
    failing: 'en pausa, porque no se pudo leer durante mucho tiempo',
    gone: 'en pausa, porque ya no existe',
    credentials: 'en pausa, porque su servicio no tiene credenciales o no las acepta',
    'channel-gone': 'en pausa, porque su canal ya no existe',
    'no-permission': 'en pausa, porque el bot no puede escribir en su canal',
  },
  errors: {
    'bad-filter':
      '`{{option}}` debe tener palabras o frases separadas por comas, por ejemplo `goblins, tea time`: como mucho {{most}}, cada una de {{longest}} caracteres como mucho.',
    'may-not-mention':
      'No puedes mencionar a {{role}} en {{channel}}, así que un feed que añadas tampoco puede.',
    'bot-may-not-mention':
      'El bot no puede mencionar a {{role}} en {{channel}}. Permite que todos mencionen ese rol, o dale al bot allí _Mencionar @everyone, @here y todos los roles_.',
    'page-without-feed':
      'En esta dirección hay una página que no nombra ningún feed. Busca en ese sitio «RSS» o «Feed» y da esa dirección.',
    'page-with-feeds':
      'En esta dirección hay una página que nombra varios feeds. Da uno de ellos:\n{{feeds}}',
    'other-source': 'Es una dirección de {{service}}. Elige `source:{{source}}` para ella.',
    'gallery-off': '`gallery` pasa las publicaciones a la galería, que está desactivada en este servidor.',
  },
} satisfies Translation<typeof feedEnglish>;
