import { Checkbox, MultiSelect, SimpleGrid, TagsInput, TextInput } from '@mantine/core';
import type { ListingForm } from '../../http/console-contract.ts';
import { useWords } from '../words/use-words.tsx';

const TEXTS = ['name', 'organization', 'number'] as const;
const PLACE = ['city', 'state', 'zip'] as const;
const YES_NO = ['national', 'confidential', 'checked'] as const;

/** The fields of a listing. What is wrong in them the server says. */
export function ListingFields({
  form,
  services,
  onChange,
}: {
  form: ListingForm;
  services: readonly string[];
  onChange: (form: ListingForm) => void;
}) {
  const { t, coded } = useWords();
  const text = (field: (typeof TEXTS | typeof PLACE)[number]) => (
    <TextInput
      key={field}
      label={t(`listing.${field}`)}
      value={form[field]}
      maxLength={200}
      onChange={(event) => onChange({ ...form, [field]: event.currentTarget.value })}
    />
  );
  const yesNo = (field: (typeof YES_NO)[number]) => (
    <Checkbox
      key={field}
      label={t(`listing.${field}`)}
      checked={form[field]}
      {...(field === 'confidential' && { description: t('listing.confidential-more') })}
      onChange={(event) => onChange({ ...form, [field]: event.currentTarget.checked })}
    />
  );
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>{TEXTS.map(text)}</SimpleGrid>
      <MultiSelect
        label={t('listing.services')}
        value={[...form.services]}
        onChange={(chosen) => onChange({ ...form, services: chosen })}
        data={services.map((value) => ({ value, label: coded('service', value) }))}
      />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>{PLACE.map(text)}</SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TagsInput
          label={t('listing.states')}
          value={[...form.states]}
          onChange={(states) => onChange({ ...form, states: states.map((code) => code.toUpperCase()) })}
        />
        <TagsInput
          label={t('listing.languages')}
          value={[...form.languages]}
          onChange={(languages) => onChange({ ...form, languages: languages.map((code) => code.toLowerCase()) })}
        />
        <TextInput
          type="date"
          label={t('listing.reverifyBy')}
          value={form.reverifyBy}
          onChange={(event) => onChange({ ...form, reverifyBy: event.currentTarget.value })}
        />
      </SimpleGrid>
      {YES_NO.map(yesNo)}
    </>
  );
}
