// SPDX-License-Identifier: EUPL-1.2
import { ProblemError } from '@passend/client';
import type { Session } from '@passend/client';
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, type ReactNode } from 'react';
import { forgetAllDrafts } from './drafts';
import { Loading } from './ui/loading';
import { ProblemAlert } from './ui/problem_alert';
import { SignInPage } from './ui/sign_in_page';
import { api, dataOf } from './api/api';

export const sessionKey = ['session'] as const;

const SessionContext = createContext<Session | undefined>(undefined);

const isSignedOut = (error: unknown) => error instanceof ProblemError && error.status === 401;

/** Shows its children to who is signed in, and the way to sign in to everybody else. */
export function SessionGate({ children }: { children: (session: Session) => ReactNode }) {
  const { data, error, refetch } = useQuery({
    queryKey: sessionKey,
    queryFn: ({ signal }) => dataOf(api.get('/session', { signal })),
    staleTime: Infinity,
  });
  if (isSignedOut(error)) return <SignInPage />;
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return <SessionContext.Provider value={data}>{children(data)}</SessionContext.Provider>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is used outside SessionGate');
  return session;
}

/** Whether they work for the municipality or the service point, and so with the region's people and vacancies. */
export const isMediator = ({ roles }: Session) => roles.includes('jobhunter') || roles.includes('employer_adviser');

export const isJobSeeker = (session: Session) => session.candidateId !== undefined && !isMediator(session);

/** Whether they see the vacancies of their own organisation, and no others. */
export const isEmployer = (session: Session) =>
  session.roles.includes('employer') && session.employerId !== undefined && !isMediator(session);

/** Ends the session here and, where the provider has a place for that, there. */
export async function signOut(): Promise<void> {
  forgetAllDrafts();
  // Signing in and out is no part of the contract.
  const answer = await fetch('/auth/logout', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Passend-Request': '1' },
    body: '{}',
  });
  if (!answer.ok) throw new ProblemError(answer.status);
  const { logoutUrl } = (await answer.json()) as { logoutUrl?: string };
  window.location.assign(logoutUrl ?? '/');
}
