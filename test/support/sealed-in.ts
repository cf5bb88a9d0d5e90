/** A sealed value, and every place that it may have been bound to. */
interface Sealed {
  sealed: Buffer;
  places: string[];
}

const SMALLEST = 28;

/**
 * Everything sealed in a data store's append-only file, also what has been overwritten or removed since: every argument of
 * every command, as it stands or within JSON. `lane` is the one whose values are looked for.
 */
export function sealedIn(file: Buffer, lane: string): Sealed[] {
  const ofLane = ['state', 'number', 'turn', 'text'].map((what) => `${lane}/${what}`);
  return argumentsIn(file).flatMap((argument) => {
    if (argument[0] === 0x7b) return inJson(argument.toString('utf8'), ofLane);
    return argument.length > SMALLEST ? [{ sealed: argument, places: ofLane }] : [];
  });
}

function inJson(text: string, ofLane: string[]): Sealed[] {
  try {
    const { id = '', sealed, payload } = JSON.parse(text);
    if (typeof payload === 'string') return inJson(payload, ofLane);
    if (typeof sealed !== 'string') return [];
    return [{ sealed: Buffer.from(sealed, 'base64'), places: [`inbox/${id}`, `record/${id}`, ...ofLane] }];
  } catch {
    return [];
  }
}

/** The bulk strings of the Redis protocol: `$<length>\r\n<bytes>\r\n`. */
function argumentsIn(file: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = file.indexOf('$'); at !== -1; at = file.indexOf('$', at + 1)) {
    const [head = '', digits] = /^\$(\d+)\r\n/.exec(file.toString('latin1', at, at + 16)) ?? [];
    const start = at + head.length;
    const end = start + Number(digits);
    if (digits === undefined || file.toString('latin1', end, end + 2) !== '\r\n') continue;
    found.push(file.subarray(start, end));
    at = end;
  }
  return found;
}
