import { Anchor, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.tsx';
import type { Language } from '../words/words.ts';
import classes from './door-page.module.css';

/** The page before the console: one column, the programme's name, and the choice of language. */
export function DoorPage({
  programme,
  onLanguage,
  children,
}: {
  programme: string;
  onLanguage?: (language: Language) => void;
  children: ReactNode;
}) {
  const { t, language } = useWords();
  const other = language === 'en' ? 'es' : 'en';
  return (
    <main className={classes.page}>
      <div className={classes.column}>
        <Group gap="sm" justify="center">
          <img src={new URL('../look/lantern.svg', import.meta.url).href} alt="" width={40} height={40} />
          <Text fw={650} size="xl">
            {programme}
          </Text>
        </Group>
        {children}
        {onLanguage && (
          <Anchor component="button" type="button" size="sm" lang={other} onClick={() => onLanguage(other)}>
            {t('sign-in.other-language')}
          </Anchor>
        )}
      </div>
    </main>
  );
}
