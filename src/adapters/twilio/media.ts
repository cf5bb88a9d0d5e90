import type { Inbound } from '../../hotline/ports.ts';

type Media = Inbound['media'];

/** Twilio attaches at most ten. */
export const NUM_MEDIA = /^\d{1,2}$/;
const CONTENT_TYPE = /^[a-z0-9][\w.+-]{0,63}\/[\w.+-]{1,63}$/;
const UNKNOWN_TYPE = 'application/octet-stream';
/** RFC 7946's type: says to a human that a place was shared. The place itself is not kept. */
const LOCATION_TYPE = 'application/geo+json';

/**
 * What was attached, by type. Nothing is fetched: an address is kept for a human's later choice, and only when it is
 * Twilio's own; an attachment with any other address is still counted, with an empty one.
 */
export function readMedia(form: Record<string, string>, numMedia: string | undefined): Media {
  const count = Number(numMedia ?? Object.keys(form).filter((key) => /^MediaUrl\d$/.test(key)).length);
  const media: Media = [];
  for (let index = 0; index < count; index += 1) {
    const url = form[`MediaUrl${index}`] ?? '';
    media.push({ url: isTwilios(url) ? url : '', contentType: contentType(form[`MediaContentType${index}`]) });
  }
  if (form.Latitude !== undefined && form.Longitude !== undefined) media.push({ url: '', contentType: LOCATION_TYPE });
  return media;
}

/** Attachments of which only the number is known, as in the list of messages. */
export function unseenMedia(count: number): Media {
  return Array.from({ length: count }, () => ({ url: '', contentType: UNKNOWN_TYPE }));
}

function isTwilios(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === 'https:' && url.username === '' && /(^|\.)twilio\.com$/.test(url.hostname);
}

function contentType(said: string | undefined): string {
  const type = said?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return CONTENT_TYPE.test(type) ? type : UNKNOWN_TYPE;
}
