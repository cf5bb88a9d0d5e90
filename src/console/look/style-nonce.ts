declare global {
  var __webpack_nonce__: string | undefined;
}

/** The nonce that the server gave this page: the policy lets no other style in. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/** What locks the scrolling behind a dialog writes a style of its own, and looks for the nonce here. */
export function shareNonce(): void {
  globalThis.__webpack_nonce__ = styleNonce();
}
