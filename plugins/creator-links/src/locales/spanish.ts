import type { Translation } from '@twi/sdk';
import type { english } from './english.ts';
import { spanishCommands } from './spanish-commands.ts';
import { spanishErrors } from './spanish-errors.ts';

/** Informal, with “tú”. */
export const spanish = {
  commands: spanishCommands,
  errors: spanishErrors,
  list: {
    title: 'Enlaces de {{name}}',
    none: '{{person}} no tiene enlaces en este servidor.',
    'none-here': '{{person}} no tiene enlaces que se muestren aquí.',
    'own-none': 'No tienes enlaces en este servidor. Añade uno con `/creator-link add`.',
    left: '{{person}} no está en este servidor. Sus enlaces se mostrarán de nuevo cuando vuelva.',
    'age-restricted_one': '{{count, number}} enlace solo se muestra en canales con restricción de edad.',
    'age-restricted_other': '{{count, number}} enlaces solo se muestran en canales con restricción de edad.',
    hidden_one: 'El equipo ha ocultado {{count, number}} de tus enlaces a los demás.',
    hidden_other: 'El equipo ha ocultado {{count, number}} de tus enlaces a los demás.',
    dead_one:
      '{{count, number}} de tus enlaces, marcado con ⚠️, no lleva a ninguna parte desde hace días. `/creator-link edit` lo arregla.',
    dead_other:
      '{{count, number}} de tus enlaces, marcados con ⚠️, no llevan a ninguna parte desde hace días. `/creator-link edit` lo arregla.',
  },
  signs: {
    featured: '📌 fijado',
    verified: '✅ confirmado por el equipo',
    nsfw: '🔞 con restricción de edad',
    dead: '⚠️ no llevaba a ninguna parte',
  },
  pages: { previous: 'Anterior', next: 'Siguiente', here: 'Página {{page, number}} de {{pages, number}}' },
  own: {
    added: '**{{title}}** añadido: {{platform}}.',
    edited: '**{{title}}** cambiado.',
    unverified: 'El equipo tiene que confirmar de nuevo la nueva dirección.',
    removed: '**{{title}}** quitado. `/creator-link restore` lo recupera.',
    restored: '**{{title}}** está de vuelta.',
    'nsfw-note': 'Solo se muestra en canales con restricción de edad.',
  },
  directory: {
    browse: 'Creadores de este servidor',
    'browse-platform': 'Creadores en {{platform}}',
    search: 'Enlaces con «{{query}}»',
    none: 'Nadie tiene aún un enlace aquí. `/creator-link add` añade el tuyo.',
    'none-platform': 'Nadie tiene aquí un enlace a {{platform}} que se muestre en este canal.',
    'none-search': 'Ningún enlace coincide.',
    'safe-only': 'Aquí no se muestran los enlaces para canales con restricción de edad.',
    pick: 'Elige un sitio',
    'all-platforms': 'Todos los sitios',
  },
  library: {
    title: 'Enlaces de este servidor',
    'title-tag': 'Enlaces con la etiqueta {{tag}}',
    none: 'La colección está vacía.',
    untagged: 'Sin etiqueta',
    added: '**{{title}}** añadido. `/link get` lo muestra.',
    edited: '**{{title}}** cambiado.',
    deleted: '**{{title}}** borrado. `/undo` lo recupera.',
  },
} as const satisfies Translation<typeof english>;
