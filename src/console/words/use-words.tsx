import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { type Language, loadWords, type Words } from './words.ts';

const WordsContext = createContext<Words | undefined>(undefined);

/** The words of everything below it, in one language; nothing is shown until they are here. */
export function WordsProvider({ language, children }: { language: Language; children: ReactNode }) {
  const { data: words } = useQuery({
    queryKey: ['words', language],
    queryFn: () => loadWords(language),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    placeholderData: (previous) => previous,
  });
  useEffect(() => {
    document.documentElement.lang = words?.language ?? 'en';
  }, [words]);
  return words && <WordsContext value={words}>{children}</WordsContext>;
}

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('no words here');
  return words;
}
