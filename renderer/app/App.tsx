import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { StartScreen } from '../features/start/index.ts';
import { Commands } from './commands/Commands.tsx';
import { FileDrop } from './files/FileDrop.tsx';
import { Announcements } from './frame/Announcements.tsx';
import { Frame } from './frame/Frame.tsx';
import { useShellState } from './preferences/usePreferences.ts';
import { queryClient } from './query/client.ts';
import { ThemeProvider } from './theme/ThemeProvider.tsx';
import { useWorkspace } from './workspace/useWorkspace.ts';

const defaultPreferences = { locale: 'zh', theme: 'system' } as const;

/** The whole window. */
export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Window />
    </QueryClientProvider>
  );
}

function Window() {
  const state = useShellState();
  const workspace = useWorkspace();
  const preferences = state.data?.preferences ?? defaultPreferences;
  const usable = state.isSuccess && workspace.isSuccess;
  useEffect(() => {
    // What the benchmark of the cold start reads: main and the engine have answered, and their answer is on screen.
    if (usable) requestAnimationFrame(() => performance.mark('usable'));
  }, [usable]);
  return (
    <ThemeProvider preferences={preferences}>
      <Announcements />
      <ErrorBoundary>
        {state.isError && <ErrorNotice error={state.error} onRetry={() => void state.refetch()} />}
        {workspace.isError && <ErrorNotice error={workspace.error} onRetry={() => void workspace.refetch()} />}
        {state.data && workspace.data && <Frame workspace={workspace.data} preferences={preferences} />}
        {state.data && workspace.data === null && <StartScreen state={state.data} />}
        {state.data && workspace.isSuccess && <Commands />}
        {state.data && workspace.isSuccess && <FileDrop open={workspace.data !== null} />}
      </ErrorBoundary>
    </ThemeProvider>
  );
}
