import type { Translation } from '@twi/sdk';
import type { english } from './english.ts';
import { spanishCommands } from './spanish-commands.ts';
import { spanishErrors } from './spanish-errors.ts';

/** Informal, with “tú”. */
export const spanish = {
  commands: spanishCommands,
  errors: spanishErrors,
  minutes_one: '{{count, number}} minuto',
  minutes_other: '{{count, number}} minutos',
  more_one: 'y {{count, number}} más',
  more_other: 'y {{count, number}} más',
  pages: { previous: 'Anterior', next: 'Siguiente' },
  search: {
    title: '«{{query}}» en {{site}}',
    none: 'No se ha encontrado nada para «{{query}}».',
    hits_one: '{{count, number}} resultado',
    hits_other: '{{count, number}} resultados',
    'about-hits_one': 'Alrededor de {{count, number}} resultado',
    'about-hits_other': 'Alrededor de {{count, number}} resultados',
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
