import type {
  CannedReply,
  ListingDraft,
  RecordPage,
  RecordRow,
  RecordView,
  ReferralView,
  StaffName,
  TalkRecordForms,
} from '../../../src/http/console-contract.ts';
import type { Answer, Asked } from './asked.ts';

const DAY = 24 * 60 * 60_000;
const ANA: StaffName = { id: 'ana', name: 'Ana' };
const SAM: StaffName = { id: 'sam', name: 'Sam' };

/** What people reported and what staff answer with, invented; undefined for whatever is not about records or replies. */
export function answerRecords({ method, path, body }: Asked): Answer | undefined {
  const row = `${method} ${path}`;
  if (row === 'GET /api/replies') return { json: REPLIES };
  if (row === 'POST /api/referrals') return { json: FOUND };
  if (row === 'POST /api/records/search') return { json: page(body.statuses, body.kind) };
  if (row === 'POST /api/records/export') return { json: { csv: 'received\r\n', exported: 1, withheld: 1 } };
  if (/^GET \/api\/talks\/[\w-]+\/records$/.test(row)) return { json: FORMS };
  if (/^GET \/api\/records\/[\w-]+\/listing$/.test(row)) return { json: LISTING };
  const id = /^GET \/api\/records\/([\w-]+)$/.exec(row)?.[1];
  if (id !== undefined) return { json: viewOf(id) };
  if (/^POST \/api\/(records|replies|talks\/[\w-]+\/records)(\/|$)/.test(row)) return { json: { outcome: 'done' } };
  return undefined;
}

const ROWS: RecordRow[] = [
  // The id under which the test of every screen opens whatever a screen can open.
  { id: 'talk-a1b2c3d4-7f3k', kind: 'organization-add', at: Date.now() - DAY, status: 'in-review', assignee: SAM },
  { id: 'record-tip-0001', kind: 'tip', at: Date.now() - 2 * DAY, status: 'new' },
  { id: 'record-training-1', kind: 'training', at: Date.now() - 3 * DAY, status: 'acted-on', assignee: ANA },
  { id: 'record-feedback-1', kind: 'feedback', at: Date.now() - 9 * DAY, status: 'closed' },
];

function page(statuses: string[], kind: string | undefined): RecordPage {
  const records = ROWS.filter((one) => statuses.includes(one.status) && (kind === undefined || one.kind === kind));
  return { records, counts: { new: 1, 'in-review': 1, 'acted-on': 1, closed: 1 } };
}

function viewOf(id: string): RecordView {
  const row = ROWS.find((one) => one.id === id) ?? ROWS[0];
  if (row === undefined) throw new Error('There is no record.');
  const { at } = row;
  return {
    ...row,
    ...{ createdAt: at - DAY, language: 'es', urgency: 'rest', consent: 'share-tip', sharing: 'facts' },
    fields: [
      { name: 'name', question: 'What is the organization called?', value: 'Casa Abierta', shared: true },
      { name: 'place', question: 'Where does it help?', value: 'Fresno, CA', shared: true },
      { name: 'contact', question: 'How can we reach you?', value: 'Marta, after six', shared: false },
    ],
    added: [
      {
        ...{ at, kind: 'addition' },
        fields: [{ name: 'added', question: 'What do you want to add?', value: 'Open on Sundays too', shared: true }],
      },
    ],
    history: [
      { at, by: SAM, what: 'assign:sam' },
      { at, by: SAM, what: 'status:in-review' },
      { at, by: ANA, what: 'note', text: 'The number is answered in Spanish.' },
      { at, by: ANA, what: 'answer:left', text: 'Thank you. We are looking at it.' },
    ],
    answer: { text: 'Thank you. We are looking at it.', by: ANA, at },
    told: 'in-review',
  };
}

const FORM = {
  ...{ name: 'Casa Abierta', organization: 'Casa Abierta', number: '559-555-0100', services: ['shelter'] },
  ...{ languages: ['es'], national: false, states: [], city: 'Fresno', state: 'CA', zip: '' },
  ...{ confidential: true, reverifyBy: '2027-05-01', checked: false },
};

const LISTING: ListingDraft = {
  form: FORM,
  matches: [{ ...FORM, id: 'listing-1', name: 'Casa Abierta Fresno' }],
  services: ['shelter', 'legal', 'medical'],
};

const REPLIES: CannedReply[] = [
  {
    ...{ id: 'reply-1', version: 2, use: 'talk', title: 'Who I am', changedBy: 'sam', changedAt: Date.now() - DAY },
    texts: { en: 'I am [your name], a person. I read what you wrote.', es: 'Soy [your name], una persona.' },
  },
  {
    ...{ id: 'reply-2', version: 1, use: 'follow-up', title: 'Passed on', changedBy: 'sam', changedAt: Date.now() },
    texts: { en: 'Thank you. What you told was read by a person.' },
  },
];

const FOUND: ReferralView = {
  ...{ kind: 'found', reach: 'near', more: 1 },
  entries: [
    {
      ...{ id: 'listing-1', name: 'Casa Abierta', organization: 'Casa Abierta', number: '559-555-0100' },
      ...{ area: 'Fresno, CA', languages: ['es', 'en'], verified: true, reverifyBy: '2027-05-01' },
      text: 'Casa Abierta, Fresno, CA: 559-555-0100',
    },
  ],
};

const FORMS: TalkRecordForms = {
  ...{ recorded: true, known: true },
  kinds: [
    {
      ...{ kind: 'tip', heard: { place: 'Amarillo, TX' } },
      fields: [
        { name: 'place', question: 'Where is it?' },
        { name: 'minor', question: 'Is anyone under 18?', options: [{ id: 'yes' }, { id: 'no' }] },
        { name: 'consent', question: 'May we pass it on?', options: [{ id: 'share-tip', label: 'Yes, not my name' }] },
      ],
    },
  ],
};
