import './theme/fonts.css';
import './theme/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { startI18n } from './i18n/index.ts';
import { acceptPorts } from './ports/clients.ts';
import { followEvents } from './query/events.ts';
import { applyTokens } from './theme/cssVariables.ts';
import { systemScheme } from './theme/useScheme.ts';

/** Draws the window. */
export function boot(): void {
  applyTokens(systemScheme());
  startI18n('zh');
  followEvents();
  acceptPorts();
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<App />);
}
