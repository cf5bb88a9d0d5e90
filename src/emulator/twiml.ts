/** One `<Message>` of a webhook's answer. */
export interface TwimlMessage {
  body: string;
  statusCallback?: string;
}

/**
 * Reads the messages in a webhook's answer: TwiML, or plain text, which Twilio sends as it is.
 * An empty answer says nothing. 12100: no TwiML document; 12300: a content type that Twilio does not take.
 * Only `<Message>` is known, in the plain form that Twilio's own builder writes.
 */
export function readTwiml(contentType: string, content: string): { messages: TwimlMessage[] } | { error: number } {
  const text = content.trim();
  if (text === '') return { messages: [] };
  if (/^text\/plain\b/i.test(contentType)) return { messages: [{ body: text }] };
  if (!/^(text|application)\/xml\b/i.test(contentType)) return { error: 12300 };
  const document = text.replace(/^<\?xml[^>]*\?>\s*/, '').replace(/<!--[\s\S]*?-->/g, '');
  const response = /^<Response\s*(?:\/>|>([\s\S]*)<\/Response>)$/.exec(document);
  if (!response) return { error: 12100 };
  const messages: TwimlMessage[] = [];
  for (const [, attributes = '', inner = ''] of (response[1] ?? '').matchAll(
    /<Message\b([^>]*)>([\s\S]*?)<\/Message>/g,
  )) {
    const callback = /\b(?:action|statusCallback)="([^"]*)"/.exec(attributes)?.[1];
    messages.push({
      body: unescapeXml(/<Body>([\s\S]*)<\/Body>/.exec(inner)?.[1] ?? inner),
      ...(callback === undefined ? {} : { statusCallback: unescapeXml(callback) }),
    });
  }
  return { messages };
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10));
  });
}
