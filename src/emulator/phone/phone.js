import { createPhoneCard } from './phone-card.js';
import { post } from './requests.js';

/** @typedef {import('./phone-message.ts').PhoneMessage} PhoneMessage */

/** @type {(id: string) => HTMLElement} */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @type {Map<string, { card: ReturnType<typeof createPhoneCard>, tab: HTMLButtonElement }>} */
const phones = new Map();
let line = '';
/** A phone was asked for here, and gets the focus when it comes. */
let awaited = false;

/** On a small screen one phone is seen at a time. @param {string} number */
function choose(number) {
  for (const [other, { card, tab }] of phones) {
    card.element.toggleAttribute('data-chosen', other === number);
    tab.setAttribute('aria-pressed', String(other === number));
    if (other === number) tab.removeAttribute('data-new');
  }
}

/** Lays out these phones and no others. @param {string[]} numbers */
function layOut(numbers) {
  for (const [number, { card, tab }] of phones) {
    if (numbers.includes(number)) continue;
    if (card.element.contains(document.activeElement)) byId('add').focus();
    card.element.remove();
    tab.remove();
    phones.delete(number);
  }
  numbers.forEach((number, index) => {
    const { card, tab } = phones.get(number) ?? take(number);
    card.rename(`Phone ${index + 1}`);
    tab.textContent = `Phone ${index + 1}`;
  });
  const chosen = [...phones].some(([, { card }]) => card.element.hasAttribute('data-chosen'));
  if (!chosen && numbers[0]) choose(numbers[0]);
}

/** @param {string} number */
function take(number) {
  const card = createPhoneCard(number, line);
  const tab = document.createElement('button');
  tab.type = 'button';
  tab.addEventListener('click', () => {
    choose(number);
    card.showNewest();
  });
  card.element.addEventListener('focusin', () => choose(number));
  byId('phones').append(card.element);
  byId('switch').append(tab);
  phones.set(number, { card, tab });
  if (awaited) card.focus();
  awaited = false;
  return { card, tab };
}

/** @param {PhoneMessage} message */
function put(message) {
  const phone = phones.get(message.phone);
  phone?.card.put(message);
  if (!message.mine && !phone?.card.element.hasAttribute('data-chosen')) phone?.tab.setAttribute('data-new', '');
}

/** @param {string} name @param {(data: any) => void} react */
const listen = (name, react) =>
  events.addEventListener(name, (event) => react(JSON.parse(/** @type {MessageEvent<string>} */ (event).data)));

const events = new EventSource('api/events');
events.addEventListener('open', () => byId('away').setAttribute('hidden', ''));
events.addEventListener('error', () => byId('away').removeAttribute('hidden'));
listen('table', (table) => {
  line = table.line;
  layOut(table.phones);
  for (const message of table.messages) phones.get(message.phone)?.card.put(message);
});
listen('phones', layOut);
listen('message', put);

byId('add').addEventListener('click', async () => {
  awaited = true;
  const answer = await post('phones').catch(() => undefined);
  if (!answer?.ok) awaited = false;
});
