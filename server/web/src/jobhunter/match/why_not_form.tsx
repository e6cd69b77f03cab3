// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@nl-design-system-candidate/button-react';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router-dom';
import { backTo } from '../way_back';
import { candidateIdIn, pairPath } from './pair_address';

/** From the number of someone, or the address of their page, to why they are or are not in the list. */
export function WhyNotForm({ vacancyId }: { vacancyId: string }) {
  const { t } = useTranslation();
  const id = useId();
  const here = useLocation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const candidateId = candidateIdIn(text);
    setWrong(candidateId === undefined);
    if (candidateId) void navigate(pairPath(vacancyId, candidateId), { state: backTo(here) });
  };
  return (
    <form className="why-not-form" onSubmit={submit}>
      <label className="utrecht-form-label" htmlFor={id}>
        {t('whyNot.who')}
      </label>
      <p className="hint" id={`${id}-hint`}>
        {t('whyNot.whoHint')}
      </p>
      {isWrong && (
        <p className="why-not-form__error" role="alert">
          {t('whyNot.notANumber')}
        </p>
      )}
      <div className="why-not-form__line">
        <input
          id={id}
          className="utrecht-textbox utrecht-textbox--html-input"
          value={text}
          aria-describedby={`${id}-hint`}
          aria-invalid={isWrong}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" purpose="secondary">
          {t('whyNot.ask')}
        </Button>
      </div>
    </form>
  );
}
