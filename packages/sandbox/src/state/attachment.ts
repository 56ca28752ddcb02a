/** An uploaded file. */
export interface AttachmentRecord {
  readonly id: string;
  readonly channelId: string;
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Buffer;
  readonly description?: string;
}
