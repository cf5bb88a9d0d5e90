/**
 * Asks the demo's server for something. Texts and numbers go in the body, so that no address ever holds one.
 * @param {string} path below /phone/api
 * @param {object} body
 */
export function post(path, body = {}) {
  return fetch(`api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
