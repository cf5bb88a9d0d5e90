import { createBubble } from './bubble.js';
import { post } from './requests.js';

/** @typedef {import('./phone-message.ts').PhoneMessage} PhoneMessage */

const IDEAS = [
  'hi',
  'help me',
  'who is this',
  'my friend is in danger',
  'necesito ayuda',
  'are you a bot?',
  'STOP',
  'START',
];

/**
 * One phone: its screen, its texts and its keyboard.
 * @param {string} number
 * @param {string} line the number it texts
 */
export function createPhoneCard(number, line) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById('phone'));
  const fragment = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  /** @template {HTMLElement} T @param {string} selector @returns {T} */
  const part = (selector) => /** @type {T} */ (fragment.querySelector(selector));

  const element = part('section');
  const title = part('h2');
  const log = part('.log');
  const form = /** @type {HTMLFormElement} */ (part('form'));
  const field = /** @type {HTMLTextAreaElement} */ (part('textarea'));
  const label = part('.field .unseen');
  const count = part('.count');
  const ideas = /** @type {HTMLDetailsElement} */ (part('.ideas'));
  const list = part('.ideas ul');
  const remove = part('.remove');
  const picture = part('.picture');
  /** @type {Map<string, ReturnType<typeof createBubble>>} */
  const bubbles = new Map();

  part('.number').textContent = number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1 $1-$2-$3');
  part('.line').textContent = line;
  // It scrolls, so the keyboard must reach it.
  log.tabIndex = 0;
  count.id = `count-${number.slice(-4)}`;
  field.setAttribute('aria-describedby', count.id);

  for (const idea of IDEAS) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = idea;
    button.addEventListener('click', () => write(idea));
    list.appendChild(document.createElement('li')).append(button);
  }

  let asked = 0;
  /** The server counts, with the same library as the line. */
  const recount = async () => {
    const ask = ++asked;
    const body = field.value;
    if (body === '') return show('Enter sends, Shift+Enter starts a new line');
    const answer = await post('count', { body }).catch(() => undefined);
    if (!answer?.ok || ask !== asked) return;
    const { count: segments, encoding, used, capacity } = await answer.json();
    show(`${used}/${capacity} · ${segments === 1 ? '1 segment' : `${segments} segments`} · ${encoding}`);
    count.dataset.long = segments > 1 ? 'yes' : 'no';
  };
  /** @param {string} words */
  const show = (words) => {
    count.textContent = words;
  };
  /** @param {string} words */
  const write = (words) => {
    field.value = words;
    field.focus();
    void recount();
  };
  /** @param {object} what */
  const send = async (what) => {
    const answer = await post('texts', { phone: number, body: field.value, ...what }).catch(() => undefined);
    if (!answer?.ok) return show('That text could not be sent. Try again.');
    ideas.open = false;
    field.value = '';
    void recount();
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (field.value.trim() !== '') void send({});
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  field.addEventListener('input', () => void recount());
  picture.addEventListener('click', () => void send({ picture: true }));
  remove.addEventListener('click', () => void post('phones/remove', { phone: number }));
  void recount();

  return {
    element,
    /** @param {string} name */
    rename(name) {
      title.textContent = name;
      label.textContent = `Text message from ${name}`;
      log.setAttribute('aria-label', `Texts on ${name}`);
      remove.setAttribute('aria-label', `Put ${name} away`);
    },
    /** @param {PhoneMessage} message */
    put(message) {
      const known = bubbles.get(message.id);
      if (known) return known.show(message);
      const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
      const bubble = createBubble(message);
      if (bubbles.size === 0) ideas.open = false;
      bubbles.set(message.id, bubble);
      log.append(bubble.element);
      if (atEnd || message.mine) log.scrollTop = log.scrollHeight;
    },
    focus: () => field.focus(),
    /** A screen that was not seen could not scroll. */
    showNewest() {
      log.scrollTop = log.scrollHeight;
    },
  };
}
