import { VisuallyHidden } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

type Announce = (text: string, urgent?: boolean) => void;

const AnnounceContext = createContext<Announce>(() => {});

/** Tells a screen reader what has just happened: new texts in their turn, alarms at once. */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ polite: '', urgent: '' });
  const announce = useCallback<Announce>(
    (text, urgent = false) =>
      setSaid((before) => {
        const kind = urgent ? 'urgent' : 'polite';
        // The same words again are only heard if something about them has changed.
        return { ...before, [kind]: before[kind] === text ? `${text}\u00a0` : text };
      }),
    [],
  );
  return (
    <AnnounceContext value={announce}>
      {children}
      <VisuallyHidden aria-live="polite" role="status" data-announced="polite">
        {said.polite}
      </VisuallyHidden>
      <VisuallyHidden aria-live="assertive" role="alert" data-announced="urgent">
        {said.urgent}
      </VisuallyHidden>
    </AnnounceContext>
  );
}

export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
