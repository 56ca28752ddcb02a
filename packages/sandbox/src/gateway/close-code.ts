/** Why the gateway closed a connection. Source: Discord's documentation, "Gateway Close Event Codes". */
export const CloseCode = {
  UnknownOpcode: 4001,
  DecodeError: 4002,
  NotAuthenticated: 4003,
  AuthenticationFailed: 4004,
  AlreadyAuthenticated: 4005,
  InvalidSequence: 4007,
  RateLimited: 4008,
  SessionTimedOut: 4009,
  InvalidShard: 4010,
  InvalidIntents: 4013,
  DisallowedIntents: 4014,
} as const;
