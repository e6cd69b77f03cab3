// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, dataOf } from '../../shared/api/api';
import type { TextProposal } from '../../shared/api/types';
import { usePreferences } from '../../shared/preferences';
import { ProblemAlert } from '../../shared/ui/problem_alert';
import { ImportanceBadge } from '../../jobhunter/match/outcome';
import { proposalInWords } from './proposal_words';
import { usable } from './proposals';

const readText = async (text: string): Promise<TextProposal[]> =>
  usable((await dataOf(api.post('/extractions', { body: { text, kind: 'vacancy' } }))).proposals);

interface TextReaderProps {
  text: string;
  onTake(taken: TextProposal[]): void;
}

/** Reads the text of a vacancy and shows what it found, for somebody to look over and take. */
export function TextReader({ text, onTake }: TextReaderProps) {
  const { t } = useTranslation();
  const reading = useMutation({ mutationFn: readText });
  const hasText = text.trim() !== '';
  return (
    <div className="reader">
      <Button purpose="secondary" disabled={!hasText || reading.isPending} onClick={() => reading.mutate(text.trim())}>
        {t(reading.isPending ? 'reader.busy' : 'reader.action')}
      </Button>
      {!hasText && <p className="hint">{t('reader.first')}</p>}
      {reading.error && <ProblemAlert error={reading.error} onRetry={() => reading.mutate(text.trim())} />}
      {reading.data && (
        <Found
          key={reading.submittedAt}
          proposals={reading.data}
          onTake={(taken) => {
            onTake(taken);
            reading.reset();
          }}
          onClose={() => reading.reset()}
        />
      )}
    </div>
  );
}

interface FoundProps {
  proposals: readonly TextProposal[];
  onTake(taken: TextProposal[]): void;
  onClose(): void;
}

function Found({ proposals, onTake, onClose }: FoundProps) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const toggle = (place: number) =>
    setLeft((before) => {
      const next = new Set(before);
      if (!next.delete(place)) next.add(place);
      return next;
    });
  const taken = proposals.filter((_, place) => !left.has(place));
  return (
    <section className="found" aria-labelledby="found-heading">
      <Heading level={3} appearance="level-5" id="found-heading" ref={heading} tabIndex={-1}>
        {t('reader.found', { count: proposals.length })}
      </Heading>
      {proposals.length > 0 && <p className="hint">{t('reader.check')}</p>}
      <ul className="found__list">
        {proposals.map((proposal, place) => (
          <li key={place} className="found__item">
            <label className="check">
              <input
                type="checkbox"
                className="utrecht-checkbox utrecht-checkbox--html-input"
                checked={!left.has(place)}
                onChange={() => toggle(place)}
              />
              <span>
                <span className="hint">{t(`criterion.${proposal.criterion}`)}:</span>{' '}
                {proposalInWords(proposal, { t, format })}{' '}
                {proposal.importance && <ImportanceBadge importance={proposal.importance} />}
                <q className="found__words">{proposal.evidence.words}</q>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div className="form__actions">
        {taken.length > 0 && (
          <Button purpose="primary" onClick={() => onTake(taken)}>
            {t('reader.take', { count: taken.length })}
          </Button>
        )}
        <Button purpose="subtle" onClick={onClose}>
          {t('reader.close')}
        </Button>
      </div>
    </section>
  );
}
