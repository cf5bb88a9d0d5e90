/** An organization as the directory is to list it. There is no field for a street: no text ever names one. */
export interface ListingForm {
  /** The service of the directory whose place it takes; unset for a new one. */
  id?: string | undefined;
  name: string;
  organization: string;
  /** Digits and hyphens, as a person dials it. */
  number: string;
  /** Kinds of help, by code. */
  services: readonly string[];
  /** Two small letters each. */
  languages: readonly string[];
  national: boolean;
  /** Two capital letters each. */
  states: readonly string[];
  city: string;
  state: string;
  zip: string;
  /** Where it lies is secret: only its state is ever told. */
  confidential: boolean;
  /** YYYY-MM-DD: from the day after it is not offered until somebody has checked it again. */
  reverifyBy: string;
  /** Somebody of the line called, and what stands here is true. */
  checked: boolean;
}

/** GET /api/records/:record/listing */
export interface ListingDraft {
  /** As much of it as could be read out of what they told. */
  form: ListingForm;
  /** Services of the directory that an update may be about. */
  matches: ListingForm[];
  /** Every kind of help there is. */
  services: readonly string[];
}

/** What still keeps it out of the directory, by the names of the form's fields. */
export type ListingField = keyof ListingForm | 'area';
export type ListingResult =
  | { outcome: 'done'; listing: string }
  | { outcome: 'incomplete'; missing: ListingField[] }
  | { outcome: 'unknown' | 'stale' };
