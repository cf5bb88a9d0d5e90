import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './look/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './frame/app.tsx';
import { shareNonce } from './look/style-nonce.ts';

const LONG_ENOUGH_MS = 10_000;

// A part that is not there any more belongs to an older build than the server's: the page is fetched anew, but not in a circle.
window.addEventListener('vite:preloadError', () => {
  if (performance.now() > LONG_ENOUGH_MS) location.reload();
});

shareNonce();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
