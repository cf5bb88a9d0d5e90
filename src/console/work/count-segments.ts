import { SegmentedMessage } from 'sms-segments-calculator';

const SHOWN = 5;

/** How the provider will cut a text, and what in it needs the costly alphabet of 70 characters a segment. */
export function countSegments(text: string): {
  segments: number;
  unicode: boolean;
  special: string[];
  /** The same words in the cheap alphabet, where curly quotes and the like are all that stands in the way. */
  plain?: string;
} {
  const message = new SegmentedMessage(text, 'auto');
  const unicode = message.encodingName === 'UCS-2';
  const special = [...new Set(message.getNonGsmCharacters())].slice(0, SHOWN);
  if (!unicode) return { segments: message.segmentsCount, unicode, special };
  const smart = new SegmentedMessage(text, 'auto', true);
  const plain = smart.encodingName === 'GSM-7' ? smart.graphemes.join('') : undefined;
  return { segments: message.segmentsCount, unicode, special, ...(plain !== undefined && { plain }) };
}
