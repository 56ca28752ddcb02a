/** A file of a multipart request. */
export interface UploadedFile {
  /** Name of the form field, such as `files[0]`. */
  readonly field: string;
  readonly filename: string;
  /** In bytes. */
  readonly size: number;
}

/** What the rules read of a request. */
export interface RequestToValidate {
  readonly method: string;
  /** The route as Discord's description writes it, such as `/channels/{channel_id}/messages`. */
  readonly template: string;
  readonly query: Readonly<Record<string, string>>;
  /** The parsed JSON (of a multipart request: its `payload_json`), `undefined` without a body. */
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
  /** The decoded `X-Audit-Log-Reason` header. */
  readonly auditReason?: string | undefined;
  /** Type of the channel that the request names, where the server knows it: some limits depend on it. */
  readonly channelType?: number | undefined;
  /** Flags of the message that is edited, where the server knows it. */
  readonly messageFlags?: number | undefined;
}
