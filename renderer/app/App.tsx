import { QueryClientProvider } from '@tanstack/react-query';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { StartScreen } from '../features/start/index.ts';
import { FileDrop } from './files/FileDrop.tsx';
import { Frame } from './frame/Frame.tsx';
import { Announcements } from './frame/Announcements.tsx';
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
  return (
    <ThemeProvider preferences={preferences}>
      <Announcements />
      <ErrorBoundary>
        {state.isError && <ErrorNotice error={state.error} onRetry={() => void state.refetch()} />}
        {workspace.isError && <ErrorNotice error={workspace.error} onRetry={() => void workspace.refetch()} />}
        {state.data && workspace.data && <Frame workspace={workspace.data} preferences={preferences} />}
        {state.data && workspace.data === null && <StartScreen state={state.data} />}
        {state.data && workspace.isSuccess && <FileDrop open={workspace.data !== null} />}
      </ErrorBoundary>
    </ThemeProvider>
  );
}
