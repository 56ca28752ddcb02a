import type { Environment } from './env.ts';

/** The bot's own secrets by the name of their service. What goes together is one secret, joined by a colon. */
export function serviceSecrets(environment: Environment): Record<string, string> {
  const {
    TWITTER_BEARER_TOKEN: twitter,
    DEVIANTART_CLIENT_ID: deviantartId,
    DEVIANTART_CLIENT_SECRET: deviantartSecret,
    OPENAI_API_KEY: openai,
    GOOGLE_API_KEY: googleKey,
    GOOGLE_CSE_ID: googleEngine,
  } = environment;
  return {
    ...(twitter && { twitter }),
    ...(deviantartId && deviantartSecret && { deviantart: `${deviantartId}:${deviantartSecret}` }),
    ...(openai && { openai }),
    ...(googleKey && googleEngine && { google: `${googleKey}:${googleEngine}` }),
  };
}
