import type { CommandTranslation } from '@twi/sdk';

const options = { feed: 'Qué feed' };

/** `/feed` in Spanish. */
export const feedCommandsSpanish = {
  description: 'Seguir sitios, obras, cuentas y artistas en canales',
  subcommands: {
    add: {
      description: 'Seguir algo de otro sitio en un canal',
      options: {
        source: 'Dónde está',
        target: 'Su dirección o su nombre',
        channel: 'Dónde se publica',
        mention: 'A quién se menciona con cada publicación',
        include: 'Solo lo que contenga una de estas palabras, separadas por comas',
        exclude: 'Nada que contenga una de estas palabras, separadas por comas',
        spoiler: 'Ocultar textos e imágenes hasta que se haga clic',
        gallery: 'Añadir también a la galería lo que se publique',
      },
    },
    edit: {
      description: 'Cambiar cómo se publica un feed',
      options: {
        ...options,
        channel: 'Dónde se publica a partir de ahora',
        mention: 'A quién se menciona con cada publicación',
        include: 'Solo lo que contenga una de estas palabras, separadas por comas',
        exclude: 'Nada que contenga una de estas palabras, separadas por comas',
        spoiler: 'Ocultar textos e imágenes hasta que se haga clic',
        gallery: 'Añadir también a la galería lo que se publique',
        clear: 'Lo que ya no debe tener',
      },
    },
    list: { description: 'Mostrar los feeds de este servidor' },
    remove: { description: 'Dejar de seguir algo', options },
    pause: { description: 'No publicar nada de un feed por ahora', options },
    resume: { description: 'Dejar que siga un feed en pausa', options },
    test: { description: 'Mostrarte solo a ti lo que publica un feed', options },
    health: { description: 'Mostrar cómo están los feeds' },
  },
} satisfies CommandTranslation;
