// SPDX-License-Identifier: EUPL-1.2
import { Heading } from '@nl-design-system-candidate/heading-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../shared/session';

/** A page about the own e-portfolio, for who has one. */
export function OwnRecord({ children }: { children: (candidateId: string) => ReactNode }) {
  const { t } = useTranslation();
  const { candidateId } = useSession();
  if (candidateId !== undefined) return children(candidateId);
  return (
    <>
      <Heading level={1}>{t('portal.portfolio.title')}</Heading>
      <p>{t('portal.portfolio.none')}</p>
    </>
  );
}
