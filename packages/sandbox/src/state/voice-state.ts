/** Where somebody is in voice, and how; there is no sound. */
export interface VoiceStateRecord {
  readonly userId: string;
  readonly sessionId: string;
  channelId: string;
  selfMute: boolean;
  selfDeaf: boolean;
  selfVideo: boolean;
  selfStream: boolean;
  /** Whether they may not speak on a stage. */
  suppress: boolean;
  requestToSpeakAt: string | null;
}
