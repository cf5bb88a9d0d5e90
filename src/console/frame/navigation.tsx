import { Link, useRoute } from 'wouter';
import { Icon } from '../look/icon.tsx';
import { addressOf, type Screen } from '../screens.ts';
import { useWords } from '../words/use-words.tsx';
import classes from './navigation.module.css';

/** The ways to every screen that one's roles open. */
export function Navigation({ screens, onGo, wide }: { screens: Screen[]; onGo?: () => void; wide?: boolean }) {
  const { t } = useWords();
  return (
    <ul className={classes.list} data-wide={wide}>
      {screens.map((screen) => (
        <li key={screen.path}>
          <Place screen={screen} label={t(screen.title)} {...(onGo && { onGo })} />
        </li>
      ))}
    </ul>
  );
}

function Place({ screen, label, onGo }: { screen: Screen; label: string; onGo?: () => void }) {
  const [here] = useRoute(screen.path);
  return (
    <Link href={addressOf(screen)} className={classes.place} aria-current={here ? 'page' : undefined} onClick={onGo}>
      <Icon name={screen.icon} size={21} />
      <span>{label}</span>
    </Link>
  );
}
