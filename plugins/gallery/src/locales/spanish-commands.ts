import type { CommandTranslation } from '@twi/sdk';

const id = 'El número; también sirven palabras del título';

/** Spanish for what `/gallery` and its options say of themselves. */
export const spanishCommands = {
  gallery: {
    description: 'Lo mejor de esta comunidad, reunido',
    subcommands: {
      add: {
        description: 'Añadir un enlace o una imagen a la galería',
        options: {
          title: 'Cómo se llama',
          url: 'Dónde está; esto o `image`',
          image: 'Una imagen, un vídeo o un sonido; esto o `url`',
          description: 'Más sobre ello',
          tags: 'Hasta 10, separadas por comas',
          creator: 'De quién es: un nombre o una mención',
          nsfw: 'Solo se ve en canales con restricción de edad. Normalmente: no',
        },
      },
      view: { description: 'Mostrar un elemento', options: { id } },
      list: {
        description: 'Recorrer la galería, lo más nuevo primero',
        options: {
          tag: 'Solo con esta etiqueta',
          creator: 'Solo de esta persona: el nombre entero o una mención',
        },
      },
      search: {
        description: 'Buscar por palabras del título, descripción, etiquetas y autor',
        options: { query: 'Una o más palabras; basta su comienzo' },
      },
      random: { description: 'Mostrar uno cualquiera', options: { tag: 'Cualquiera con esta etiqueta' } },
      showcase: {
        description: 'Mostrar juntos los más nuevos',
        options: { count: 'Cuántos. Normalmente: 5' },
      },
      edit: {
        description: 'Cambiar un elemento; lo que omitas se queda',
        options: {
          id,
          title: 'El título nuevo',
          url: 'La dirección nueva; - la quita',
          description: 'La descripción nueva; - la quita',
          tags: 'Todas las etiquetas desde ahora, separadas por comas; - las quita',
          creator: 'De quién es: un nombre o una mención; - lo quita',
          nsfw: 'Si es NSFW',
        },
      },
      remove: { description: 'Quitar un elemento de la galería; se puede recuperar', options: { id } },
      restore: { description: 'Recuperar un elemento quitado', options: { id } },
      stats: { description: 'Mostrar qué contiene la galería, en números y con un gráfico' },
    },
  },
} as const satisfies Record<string, CommandTranslation>;
