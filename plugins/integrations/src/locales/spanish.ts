import type { Translation } from '@twi/sdk';
import type { english } from './english.ts';
import { feedEngineSpanish } from './feed-engine-spanish.ts';
import { feedSpanish } from './feed-spanish.ts';
import { spanishCommands } from './spanish-commands.ts';
import { openAiSpanish } from './openai-spanish.ts';
import { spanishErrors } from './spanish-errors.ts';

/** Informal, with “tú”. */
export const spanish = {
  commands: spanishCommands,
  errors: spanishErrors,
  openai: openAiSpanish,
  minutes_one: '{{count, number}} minuto',
  minutes_other: '{{count, number}} minutos',
  more_one: 'y {{count, number}} más',
  more_other: 'y {{count, number}} más',
  feed: feedSpanish,
  feeds: feedEngineSpanish,
  pages: { previous: 'Anterior', next: 'Siguiente' },
  search: {
    title: '«{{query}}» en {{site}}',
    none: 'No se ha encontrado nada para «{{query}}».',
    hits_one: '{{count, number}} resultado',
    hits_other: '{{count, number}} resultados',
    'about-hits_one': 'Alrededor de {{count, number}} resultado',
    'about-hits_other': 'Alrededor de {{count, number}} resultados',
  },
  twitter: {
    open: 'Abrir en X',
    followers: 'Seguidores',
    posts: 'Publicaciones',
    likes_one: '{{count, number}} me gusta',
    likes_other: '{{count, number}} me gusta',
    reposts_one: '{{count, number}} vez compartida',
    reposts_other: '{{count, number}} veces compartida',
    replies_one: '{{count, number}} respuesta',
    replies_other: '{{count, number}} respuestas',
    video: 'Hay un vídeo.',
    pictures_one: 'Hay {{count, number}} imagen más.',
    pictures_other: 'Hay {{count, number}} imágenes más.',
    sensitive:
      'Esta publicación está marcada como delicada: solo se muestra en canales con restricción de edad.',
    protected: 'Esta cuenta está protegida: solo sus seguidores ven lo que publica.',
    'no-posts': 'Esta cuenta no ha publicado nada propio últimamente.',
    'left-out_one': '{{count, number}} publicación solo se muestra en canales con restricción de edad.',
    'left-out_other': '{{count, number}} publicaciones solo se muestran en canales con restricción de edad.',
  },
  gallery: { add: 'A la galería' },
  deviantart: {
    open: 'Abrir en DeviantArt',
    gallery: 'Galería de {{artist}}',
    favourites_one: '{{count, number}} favorito',
    favourites_other: '{{count, number}} favoritos',
    none: 'Aquí no hay nada que ver.',
    mature: 'Está marcada como solo para adultos: se muestra en canales con restricción de edad.',
    'safe-only': 'Lo marcado como solo para adultos no aparece aquí.',
  },
  ao3: {
    open: 'Abrir en AO3',
    authors: 'Autoría',
    anonymous: 'Anónimo',
    rating: 'Clasificación',
    warnings: 'Advertencias',
    categories: 'Categorías',
    fandoms: 'Fandoms',
    relationships: 'Relaciones',
    characters: 'Personajes',
    tags: 'Etiquetas',
    words: 'Palabras',
    chapters: 'Capítulos',
    kudos: 'Kudos',
    status: 'Estado',
    complete: 'Completa',
    'in-progress': 'En curso',
    updated: 'Actualizada',
    language: 'Idioma',
    works: 'Obras',
    'no-summary': 'No hay resumen.',
    'no-works': 'Aquí no se ve ninguna obra.',
    'age-restricted':
      'Esta obra está clasificada como **{{rating}}**: solo se muestra entera en canales con restricción de edad.',
    'left-out_one': '{{count, number}} obra solo se muestra en canales con restricción de edad.',
    'left-out_other': '{{count, number}} obras solo se muestran en canales con restricción de edad.',
    line: '{{rating}} · {{words}} palabras · {{chapters}} · {{updated}}',
  },
} satisfies Translation<typeof english>;
