import type { Translation } from '@twi/sdk';
import type { english } from './english.ts';
import { repostSpanish } from './repost-spanish.ts';
import { spanishCommands } from './spanish-commands.ts';
import { spanishErrors } from './spanish-errors.ts';

/** Informal, with “tú”. */
export const spanish = {
  commands: spanishCommands,
  errors: spanishErrors,
  item: {
    by: 'De {{who}}',
    added: 'Añadido el {{when}}',
    'added-by': 'Añadido por {{who}} el {{when}}',
    open: 'Abrir',
    post: 'Publicación',
    original: 'Original',
    another: 'Otro',
    gone_one: '⚠️ Falta un archivo: el mensaje que lo tenía fue borrado.',
    gone_other: '⚠️ Faltan {{count, number}} archivos: el mensaje que los tenía fue borrado.',
    unreachable_one: '⚠️ Ahora no puedo mostrar un archivo: Discord no me deja leer donde está.',
    unreachable_other:
      '⚠️ Ahora no puedo mostrar {{count, number}} archivos: Discord no me deja leer donde están.',
  },
  pages: {
    gallery: 'Galería',
    found: 'Resultados de «{{query}}»',
    showcase: 'Lo nuevo de la galería',
    previous: 'Anterior',
    next: 'Siguiente',
  },
  empty: {
    gallery: 'En la galería aún no hay nada que se pueda mostrar aquí.',
    list: 'Nada coincide. Prueba con otra etiqueta o persona, como muestran las sugerencias.',
    search: 'Nada contiene todo «{{query}}». Prueba con menos palabras o solo con su comienzo.',
  },
  stats: {
    title: 'La galería en números',
    items_one: '**{{count, number}}** elemento',
    items_other: '**{{count, number}}** elementos',
    tags_one: '{{count, number}} etiqueta',
    tags_other: '{{count, number}} etiquetas',
    creators_one: 'De {{count, number}} persona',
    creators_other: 'De {{count, number}} personas',
    growth: 'Elementos en la galería',
    line: 'Elementos',
  },
  done: {
    adding: 'Añadiendo **{{title}}** …',
    added: '**{{title}}** ya está en la galería.',
    edited: 'Se cambió el número {{number}}.',
    removed: 'El número {{number}} ya no está en la galería. `/gallery restore` lo recupera.',
    restored: 'El número {{number}} está otra vez en la galería.',
  },
  repost: repostSpanish,
} as const satisfies Translation<typeof english>;
