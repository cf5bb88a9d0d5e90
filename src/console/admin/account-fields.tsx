import { Checkbox, NumberInput, Stack, TextInput } from '@mantine/core';
import { ROLES, type Role } from '../../http/console-contract.ts';
import { useWords } from '../words/use-words.tsx';

export interface AccountDetails {
  name: string;
  roles: Role[];
  languages: string[];
  skills: string[];
  loadCap: number;
}

/** What the fields hold while somebody writes: lists as they are typed. */
export interface AccountDraft {
  name: string;
  roles: Role[];
  languages: string;
  skills: string;
  loadCap: number | string;
}

const MOST = 50;

export function draftOf({ languages, skills, ...details }: AccountDetails): AccountDraft {
  return { ...details, languages: languages.join(', '), skills: skills.join(', ') };
}

/** Undefined while a field holds what the server would not take. */
export function detailsOf(draft: AccountDraft): AccountDetails | undefined {
  const { roles, loadCap } = draft;
  const [name, languages, skills] = [draft.name.trim(), listOf(draft.languages), listOf(draft.skills)];
  if (name === '' || roles.length === 0 || typeof loadCap !== 'number') return undefined;
  if (!languages.every((code) => /^[a-z]{2,3}$/.test(code))) return undefined;
  if (!skills.every((skill) => /^[a-z][a-z0-9-]{0,30}$/.test(skill))) return undefined;
  return { name, roles, languages, skills, loadCap };
}

function listOf(typed: string): string[] {
  return typed
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((one) => one !== '');
}

export function AccountFields({ draft, onDraft }: { draft: AccountDraft; onDraft: (draft: AccountDraft) => void }) {
  const { t } = useWords();
  const put = (change: Partial<AccountDraft>) => onDraft({ ...draft, ...change });
  return (
    <>
      <TextInput
        label={t('accounts.name')}
        required
        maxLength={100}
        autoComplete="off"
        value={draft.name}
        onChange={(event) => put({ name: event.currentTarget.value })}
      />
      <Checkbox.Group
        label={t('accounts.roles')}
        required
        value={draft.roles}
        onChange={(roles) => put({ roles: roles as Role[] })}
      >
        <Stack gap={6} mt={6}>
          {ROLES.map((role) => (
            <Checkbox key={role} value={role} label={t(`role.${role}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <TextInput
        label={t('accounts.languages')}
        description={t('accounts.languages-more')}
        autoComplete="off"
        value={draft.languages}
        onChange={(event) => put({ languages: event.currentTarget.value })}
      />
      <TextInput
        label={t('accounts.skills')}
        description={t('accounts.skills-more')}
        autoComplete="off"
        value={draft.skills}
        onChange={(event) => put({ skills: event.currentTarget.value })}
      />
      <NumberInput
        label={t('accounts.load-cap')}
        min={1}
        max={MOST}
        allowDecimal={false}
        clampBehavior="strict"
        hideControls
        value={draft.loadCap}
        onChange={(loadCap) => put({ loadCap })}
      />
    </>
  );
}
