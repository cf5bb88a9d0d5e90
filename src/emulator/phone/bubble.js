/** @typedef {import('./phone-message.ts').PhoneMessage} PhoneMessage */

/** @type {Record<PhoneMessage['mark'], (message: PhoneMessage) => string>} */
const MARKS = {
  sending: () => 'Sending…',
  received: () => 'Received by the line',
  retried: ({ attempts }) => `Received by the line at try ${attempts}`,
  'not-received': () => 'Not received by the line',
  queued: () => 'On its way',
  sent: () => 'Sent',
  delivered: () => 'Delivered',
  failed: ({ errorCode }) => (errorCode ? `Not delivered (${errorCode})` : 'Not delivered'),
};

const time = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });

/**
 * A text as it stands on a phone's screen. What it says becomes a text node and nothing else.
 * @param {PhoneMessage} first
 */
export function createBubble(first) {
  const element = document.createElement('article');
  const who = element.appendChild(document.createElement('span'));
  const body = element.appendChild(document.createElement('p'));
  const meta = element.appendChild(document.createElement('p'));
  who.className = 'unseen';
  body.className = 'said';
  meta.className = 'meta';
  // The log announces new texts; each step of a delivery would be too much talk.
  meta.setAttribute('aria-live', 'off');

  /** @param {PhoneMessage} message */
  const show = (message) => {
    element.className = message.mine ? 'bubble mine' : 'bubble theirs';
    element.dataset.mark = message.mark;
    who.textContent = message.mine ? 'You:' : 'The line:';
    body.textContent = message.body;
    body.dataset.pictures = message.pictures ? 'yes' : 'no';
    if (message.pictures) {
      const picture = document.createElement('span');
      picture.className = 'pretend-picture';
      picture.textContent = 'A picture (there is no real file)';
      body.prepend(picture);
    }
    const size = message.segments > 1 ? ` · ${message.segments} segments` : '';
    meta.textContent = `${MARKS[message.mark](message)} · ${time.format(message.at)}${size}`;
  };
  show(first);
  return { element, show };
}
