import { fileTypeFromBuffer } from 'file-type';

/** Whether bytes are a picture: neither an address nor the server behind it need to tell the truth. */
export async function isPicture(bytes: Buffer): Promise<boolean> {
  return (await fileTypeFromBuffer(bytes))?.mime.startsWith('image/') ?? false;
}
