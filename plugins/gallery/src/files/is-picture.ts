/** Whether bytes are a picture: neither an address nor the server behind it need to tell the truth. */
export async function isPicture(bytes: Buffer): Promise<boolean> {
  // Imported when the first file comes: it takes a while, and most starts need it much later.
  const { fileTypeFromBuffer } = await import('file-type');
  return (await fileTypeFromBuffer(bytes))?.mime.startsWith('image/') ?? false;
}
