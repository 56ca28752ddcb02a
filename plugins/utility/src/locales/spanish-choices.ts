import type { Translation } from '@twi/sdk';
import type { englishChoices } from './english-choices.ts';

export const spanishChoices = {
  roles: {
    title: 'Roles para elegir',
    none: 'Aquí no hay ningún rol que puedas tomar.',
    added: 'Ahora tienes {{roles}}.',
    removed: 'Ya no tienes {{roles}}.',
    locked: '{{role}} es solo para quien tiene uno de estos: {{required}}.',
    unchanged: 'No ha cambiado nada.',
    yours: 'Todos tus roles de aquí: {{roles}}',
    'none-yours': 'No tienes ninguno de los roles de aquí.',
    for: 'para {{required}}',
    'how-to': 'Toma uno con `/role`, y devuélvelo igual.',
    panel: {
      title: 'Elige tus roles',
      'how-to':
        'Elige roles en los menús de abajo. La respuesta la ves solo tú: muestra lo que tienes y ahí puedes devolverlo.',
      nothing: 'Ahora mismo no hay nada que elegir aquí.',
      more: 'Aquí no cabe todo: escribe /roles.',
      'pick-any': '{{name}}: los que quieras',
      'pick-one': '{{name}}: uno de estos',
      'give-back': 'Para devolver un rol, quítalo del menú de abajo.',
      mine: 'Tus roles: tomar o devolver',
    },
    errors: {
      'role-not-offered': '{{role}} no es uno de los roles que puedes tomar. `/roles` los muestra.',
      'role-locked': '{{role}} es solo para quien tiene uno de estos: {{required}}.',
      'role-unavailable':
        'Ahora mismo no puedo cambiar {{role}}. Avisa al equipo de este servidor; verá el motivo cuando lo intente.',
    },
  },
  pins: {
    pinned: 'Has fijado {{message}} de {{author}}.',
    unpinned: 'Has dejado de fijar {{message}} de {{author}}.',
    message: 'este mensaje',
    again: 'Elige **Pin** otra vez para deshacerlo.',
    errors: {
      'may-not-pin':
        'No puedes fijar mensajes en {{channel}}. Pregunta al equipo de este servidor: puede permitirlo con `/pin-admin add`.',
      'not-your-pin': 'Solo quien fijó este mensaje y el equipo pueden quitarlo de los fijados.',
      'cannot-be-pinned': 'Discord no deja fijar este mensaje, porque no lo escribió nadie.',
      'message-gone': 'El mensaje ya no existe.',
      'too-many-pins':
        '{{channel}} tiene {{max, number}} mensajes fijados, y Discord no admite más. Quita uno que ya no haga falta (la chincheta de arriba del canal los muestra todos) e inténtalo de nuevo.',
      'thread-closed':
        '{{channel}} está cerrado. Ábrelo de nuevo (o pídeselo al equipo) e inténtalo otra vez.',
      'bot-lacks-pin':
        'Necesito **{{permission}}** en {{channel}} para fijar mensajes allí. Avisa al equipo de este servidor.',
    },
  },
  custom: {
    title: 'Comandos de este servidor',
    empty: 'Aquí no hay ninguno todavía.',
    used_one: 'usado {{count, number}} vez',
    used_other: 'usado {{count, number}} veces',
    'only-in': 'solo en {{channel}}',
    'only-for': 'solo para {{role}}',
    overtaken: 'responde {{command}} del bot en su lugar',
    'needs-words': 'Escribe algo después del nombre del comando.',
  },
} as const satisfies Translation<typeof englishChoices>;
