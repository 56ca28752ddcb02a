/** A drawn chart, ready to be attached to a message. */
export interface ChartImage {
  readonly png: Buffer;
  /** What it shows, in words: the description of the attachment, at most 1,024 characters. */
  readonly alt: string;
}
