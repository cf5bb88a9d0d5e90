import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { Router } from 'wouter';
import { styleNonce } from '../look/style-nonce.ts';
import { cssVariables, theme } from '../look/theme.ts';
import { queryClient } from '../server/query-client.ts';
import { useSession } from '../server/session.ts';
import { WordsProvider } from '../words/use-words.tsx';
import { browserLanguage } from '../words/words.ts';
import { Announcer } from './announcer.tsx';
import { Door } from './door.tsx';

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <Router base="/console">
          <Inside />
        </Router>
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** Everything in the language of whoever is signed in, or else of the browser. */
function Inside() {
  const session = useSession();
  const [language, setLanguage] = useState(browserLanguage);
  return (
    <WordsProvider language={session.data?.me?.settings.language ?? language}>
      <Announcer>
        <Notifications position="bottom-left" limit={3} />
        <Door session={session} onLanguage={setLanguage} />
      </Announcer>
    </WordsProvider>
  );
}
