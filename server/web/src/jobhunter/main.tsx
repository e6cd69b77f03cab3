// SPDX-License-Identifier: EUPL-1.2
import { ProblemError, unreachable } from '@passend/client';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router-dom';
import { startI18n } from '../shared/i18n/i18n';
import { PreferencesProvider, readPreferences } from '../shared/preferences';
import { isJobSeeker, SessionGate, sessionKey } from '../shared/session';
import '../shared/styles/index.css';
import { restoreFragment } from '../shared/ui/sign_in_page';
import { routes } from './routes';

const freshMilliseconds = 30_000;

/** Once more when the server was not reached or overloaded; an answer that says no is an answer. */
const isWorthRetrying = (failures: number, error: Error) =>
  failures < 1 && error instanceof ProblemError && (error.status === unreachable || error.status >= 502);

/** A session that ended while a page was open: asking for it again shows the way to sign in. */
const queryCache = new QueryCache({
  onError: (error, query) => {
    const hasEnded = error instanceof ProblemError && error.status === 401 && query.queryKey[0] !== sessionKey[0];
    if (hasEnded) void queryClient.resetQueries({ queryKey: sessionKey });
  },
});

const queryClient = new QueryClient({
  queryCache,
  defaultOptions: { queries: { staleTime: freshMilliseconds, retry: isWorthRetrying, refetchOnWindowFocus: false } },
});

const future = {
  v7_relativeSplatPath: true,
  v7_fetcherPersist: true,
  v7_normalizeFormMethod: true,
  v7_partialHydration: true,
  v7_skipActionErrorRevalidation: true,
};

async function start(root: HTMLElement): Promise<void> {
  await startI18n(readPreferences().uiLanguage);
  restoreFragment();
  const router = createBrowserRouter(routes, { future });
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <SessionGate>
          {(session) => (
            <PreferencesProvider usualStyle={isJobSeeker(session) ? 'plain' : 'full'}>
              <RouterProvider router={router} future={{ v7_startTransition: true }} />
            </PreferencesProvider>
          )}
        </SessionGate>
      </QueryClientProvider>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root) void start(root);
