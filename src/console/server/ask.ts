type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** The server said no, or something that is not an answer: `status` is 0 when nothing came back. */
export class AskError extends Error {
  readonly status: number;
  constructor(status: number, options?: ErrorOptions) {
    super(`the server answered ${status}`, options);
    this.status = status;
  }
}

let csrf: string | undefined;
let signedOut: () => void = () => {};

/** The token that every change must carry, and whom to tell when the login has ended. */
export function setCsrf(token: string | undefined): void {
  csrf = token;
}

export function onSignedOut(listener: () => void): void {
  signedOut = listener;
}

/** One request to /api: its JSON answer, or an AskError. */
export async function ask<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const response = await request(method, path, body);
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
}

export async function askForFile(path: string, body: unknown): Promise<Blob> {
  return (await request('POST', path, body)).blob();
}

async function request(method: Method, path: string, body: unknown): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(method !== 'GET' && csrf && { 'x-csrf': csrf }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      cache: 'no-store',
      credentials: 'same-origin',
    });
  } catch (cause) {
    throw new AskError(0, { cause });
  }
  if (response.status === 401) signedOut();
  if (!response.ok) throw new AskError(response.status);
  return response;
}
