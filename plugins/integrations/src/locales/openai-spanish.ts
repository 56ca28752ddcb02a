import type { CommandTranslation } from '@twi/sdk';

/** `/summarize` and `/moderate` in Spanish. */
export const openAiSpanishCommands = {
  summarize: {
    description: 'Resumir los últimos mensajes con OpenAI, que los lee para hacerlo',
    options: {
      count: 'Cuántos mensajes; si no lo dices, 50',
      channel: 'Dónde están; si no lo dices, aquí',
    },
  },
} satisfies Record<string, CommandTranslation>;

/** What they say. */
export const openAiSpanish = {
  summary: 'Resumen',
  'summary-of': '{{messages}} de {{people}} en {{channel}} desde {{since}}',
  messages_one: '{{count, number}} mensaje',
  messages_other: '{{count, number}} mensajes',
  people_one: '{{count, number}} persona',
  people_other: '{{count, number}} personas',
  uses_one: '{{count, number}} uso',
  uses_other: '{{count, number}} usos',
  'left-out_one': 'Falta {{count, number}} mensaje más antiguo: había demasiado que leer.',
  'left-out_other': 'Faltan {{count, number}} mensajes más antiguos: había demasiado que leer.',
  'machine-made': 'Escrito por una máquina ({{model}}), que puede equivocarse.',
  'machine-judged': 'Juzgado por una máquina ({{model}}), que puede equivocarse. No se ha hecho nada.',
  share: 'Mostrar a todos',
  progress: 'Leyendo la parte {{part}} de {{parts}} …',
  findings: 'Posibles infracciones de las normas',
  checked: 'Mensajes revisados en {{channel}}: {{messages}}.',
  'no-findings': 'Nada parece ir contra las normas.',
  'to-message': 'ir al mensaje',
  rule: 'Norma: {{rule}}',
  confidence: { high: 'Probable', medium: 'Posible', low: 'Quizás' },
  errors: {
    unpaid:
      'La cuenta de OpenAI que usa este bot no tiene saldo. Quien la paga puede recargarla; esperar no sirve.',
    'no-such-model':
      'OpenAI no conoce ningún modelo `{{model}}`, o no para esta cuenta. Un administrador puede elegir otro con `/config set plugin:integrations key:openaiModel`.',
    'too-long': 'Es más de lo que {{model}} puede leer de una vez. Prueba con un `count` menor.',
    filtered: 'OpenAI no deja que {{model}} lea o diga esto. Prueba con otros mensajes.',
    refused: '{{model}} no quiere hacer esto con estos mensajes.',
    'cut-off':
      'La respuesta de {{model}} se hizo demasiado larga y quedó cortada. Prueba con un `count` menor.',
    unusable: 'El modelo respondió algo que no se puede usar. Inténtalo de nuevo.',
    'may-not-read': 'No puedes leer los mensajes anteriores de ese canal, así que no se te resumen.',
    'bot-may-not-read':
      'El bot no puede leer los mensajes anteriores de ese canal. Necesita allí **Ver canal** y **Leer el historial de mensajes**.',
    'not-readable': '`channel` debe ser un canal con mensajes. En un foro, usa el comando en la publicación.',
    'cannot-read-content':
      'El bot no puede leer mensajes. Quien lo opera tiene que activar el Message Content Intent en el Developer Portal.',
    excluded: 'Los mensajes de ese canal no se envían a OpenAI: el personal de este servidor lo ha excluido.',
    'age-restricted':
      'Ese canal tiene restricción de edad. Usa el comando en un canal con restricción de edad.',
    'nothing-to-read':
      'No hay nada que leer: ningún mensaje de una persona, o solo de quienes no quieren aparecer.',
    'no-rules':
      'No hay normas con las que comparar. Define algunas con `/config set plugin:integrations key:moderateRules`, o deja que el bot lea el canal de normas del servidor.',
    'may-not-share':
      'Esto no se puede mostrar a todos aquí: no puedes escribir aquí, o no todos pueden leer los mensajes anteriores.',
    'used-up': 'Se han gastado los {{uses}} al día que tiene este servidor. Habrá más {{when}}.',
  },
};
