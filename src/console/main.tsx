import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './look/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './frame/app.tsx';
import { shareNonce } from './look/style-nonce.ts';

shareNonce();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
