/** What is known of an outside service that needs credentials. */
interface ServiceDefinition {
  /** What people call it. */
  readonly name: string;
  /** The operator's variables, which stand for the fields in their order. */
  readonly variables: readonly string[];
  /** What an administrator enters; joined by a colon where there are several. */
  readonly fields: readonly string[];
}

/** The services that need credentials, by the name under which these are kept. */
export const SERVICES = {
  twitter: { name: 'X', variables: ['TWITTER_BEARER_TOKEN'], fields: ['Bearer token'] },
  deviantart: {
    name: 'DeviantArt',
    variables: ['DEVIANTART_CLIENT_ID', 'DEVIANTART_CLIENT_SECRET'],
    fields: ['Client id', 'Client secret'],
  },
  google: {
    name: 'Google',
    variables: ['GOOGLE_API_KEY', 'GOOGLE_CSE_ID'],
    fields: ['API key', 'Id of the search engine'],
  },
  openai: { name: 'OpenAI', variables: ['OPENAI_API_KEY'], fields: ['API key'] },
} as const satisfies Record<string, ServiceDefinition>;

/** The name under which the credentials of a service are kept. */
export type ServiceId = keyof typeof SERVICES;

/** All of them. */
export const SERVICE_IDS = Object.keys(SERVICES) as ServiceId[]; // -- the keys of a literal
