const BASE64 = /[A-Za-z0-9+/_-]{16,}={0,2}/g;

/** All that can be read in some bytes: they themselves, and whatever stands in base64 among them, twice over. */
export function readable(bytes: Buffer, depth = 2): string {
  const text = bytes.toString('latin1');
  if (depth === 0) return text;
  const inner = (text.match(BASE64) ?? []).map((run) => readable(Buffer.from(run, 'base64'), depth - 1));
  return [text, ...inner].join('\n');
}
