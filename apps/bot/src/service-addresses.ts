import type { Environment } from './env.ts';

/** Where outside services are asked instead of at their usual addresses, by the name of the service. */
export function serviceAddresses(environment: Environment): Record<string, string> {
  const addresses = {
    ao3: environment.AO3_BASE_URL,
    deviantart: environment.DEVIANTART_BASE_URL,
    google: environment.GOOGLE_BASE_URL,
    openai: environment.OPENAI_BASE_URL,
    twitter: environment.TWITTER_BASE_URL,
  };
  return Object.fromEntries(Object.entries(addresses).flatMap(([name, url]) => (url ? [[name, url]] : [])));
}
