/** A request at the fake server. */
export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  // biome-ignore lint/suspicious/noExplicitAny: bodies of tests, read by hand
  body: any;
}

export type Answer = { status?: number; json?: unknown; file?: string; type?: string; signIn?: string };
