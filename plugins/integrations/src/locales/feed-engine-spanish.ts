import type { Translation } from '@twi/sdk';
import type { feedEngineEnglish } from './feed-engine-english.ts';

/** Why something cannot be followed, and what the staff is told when a feed stops, in Spanish. */
export const feedEngineSpanish = {
  errors: {
    'bad-target': '`target` no lleva a nada que tenga {{source}}. {{accepted}}',
    twice: 'Eso ya se sigue ahí, como fuente #{{number}}.',
    full: 'Este servidor ya sigue {{count, number}} fuentes, y no puede seguir más. Quita una con `/feed remove`.',
    'no-such-feed':
      'Esa fuente no existe aquí. Elige una de las que se sugieren al escribir, o da su número, como `#3`.',
    channel:
      'No puedo publicar en {{channel}}. Ahí necesito **View Channel**, **{{send}}** y **Embed Links**.',
    'not-a-channel':
      'Las fuentes se publican en canales de texto, hilos y foros. {{channel}} no es nada de eso.',
    'not-paused': 'La fuente #{{number}} no está en pausa.',
    'is-paused': 'La fuente #{{number}} ya está en pausa.',
    unchanged: 'El feed #{{number}} ya es así. Indica qué debe cambiar.',
    'changed-since': 'El feed #{{number}} ha cambiado desde entonces.',
    'not-removed': 'La fuente #{{number}} no está quitada.',
    'being-read': 'Se está leyendo en este momento. Inténtalo de nuevo dentro de un minuto.',
  },
  accepted: {
    rss: 'Da la dirección de una fuente (RSS, Atom o JSON).',
    ao3: 'Da la dirección de una obra, de quien la escribe, de una serie o de una etiqueta.',
    twitter: 'Da el nombre de una cuenta, como `@nasa`.',
    deviantart: 'Da el nombre de un artista o la dirección de su página.',
  },
  notice: {
    line: '#{{number}} **{{name}}** en {{channel}}',
    more_one: 'y {{count, number}} más',
    more_other: 'y {{count, number}} más',
    failing: 'En pausa, porque hace mucho que no se puede leer:',
    gone: 'En pausa, porque ya no está:',
    credentials:
      'En pausa, porque faltan las credenciales o ya no se aceptan. `/integrations credentials` las introduce:',
    'channel-gone':
      'En pausa, porque su canal ya no está. Elige otro con `/feed edit` y reanúdala con `/feed resume`; o quítala con `/feed remove`:',
    'no-permission':
      'En pausa, porque no puedo publicar ahí. Necesito **View Channel**, **Send Messages** (en hilos, **Send Messages in Threads**) y **Embed Links**:',
    resume: '`/feed resume` sigue con lo que llegó mientras tanto. No lo recordaré otra vez.',
  },
} satisfies Translation<typeof feedEngineEnglish>;
