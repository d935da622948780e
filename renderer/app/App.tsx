import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { StartScreen } from '../features/start/index.ts';
import { firstScreenAnswered, firstScreenDrawn } from './firstScreen.ts';
import { useShellState } from './preferences/usePreferences.ts';
import { queryClient } from './query/client.ts';
import { SchemeProvider } from './theme/SchemeProvider.tsx';
import { useWorkspace } from './workspace/useWorkspace.ts';

/** All that the first screen can do without: it brings Ant Design with it, which is most of what the window is made of. */
const Workbench = lazy(async () => {
  await firstScreenDrawn;
  return { default: (await import('./frame/Workbench.tsx')).Workbench };
});

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
    if (usable) firstScreenAnswered();
  }, [usable]);
  return (
    <SchemeProvider preferences={preferences}>
      <ErrorBoundary>
        {state.isError && <ErrorNotice error={state.error} onRetry={() => void state.refetch()} />}
        {workspace.isError && <ErrorNotice error={workspace.error} onRetry={() => void workspace.refetch()} />}
        {state.data && workspace.data === null && <StartScreen state={state.data} />}
        {usable && (
          <Suspense>
            <Workbench workspace={workspace.data} preferences={preferences} />
          </Suspense>
        )}
      </ErrorBoundary>
    </SchemeProvider>
  );
}
