/** Spanish for what authors read about reposts. */
export const repostSpanish = {
  told: '{{title}}, que publicaste en {{guild}}, se añadió a la galería de ese servidor, con un enlace a tu mensaje y tu nombre.',
  'your-choice': 'Puedes hacer que se quite cuando quieras y decir que nada tuyo se vuelva a publicar allí.',
  'see-it': 'Verlo',
  remove: 'Quitar mi obra',
  stop: 'No publicar mis obras',
  allow: 'Permitir de nuevo',
  removed:
    'Tu obra se quitó de la galería, junto con su publicación. Nadie puede recuperarla sin preguntarte.',
  stopped: 'Nada tuyo se volverá a publicar en la galería de ese servidor.',
  allowed: 'Tus obras pueden publicarse de nuevo en la galería de ese servidor.',
} as const;
