// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@nl-design-system-candidate/button-react';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFollowingState } from '../../shared/following_state';
import { Choice } from '../../shared/ui/choice';
import { normalPostcode } from '../../shared/format/entered';
import { radiusChoicesKm, withChange, type SearchState } from './search_state';

interface RadiusFilterProps {
  state: SearchState;
  onChange(next: SearchState): void;
}

export function RadiusFilter({ state, onChange }: RadiusFilterProps) {
  const { t } = useTranslation();
  const [postcode, setPostcode] = useFollowingState(state.postcode);
  const [isWrong, setIsWrong] = useState(false);
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const normal = postcode.trim() === '' ? '' : normalPostcode(postcode);
    setIsWrong(normal === undefined);
    if (normal !== undefined) onChange(withChange(state, { postcode: normal }));
  };
  const distances = [...new Set([...radiusChoicesKm, state.radiusKm])].sort((a, b) => a - b);
  return (
    <form className="radius" onSubmit={submit}>
      <Choice
        label={t('search.radius.within')}
        value={String(state.radiusKm)}
        options={distances.map((km) => ({ value: String(km), label: `${km} km` }))}
        onChoose={(km) => onChange(withChange(state, { radiusKm: Number(km) }))}
      />
      <div className="radius__postcode">
        <label className="utrecht-form-label" htmlFor={id}>
          {t('search.radius.postcode')}
        </label>
        <input
          id={id}
          className="utrecht-textbox"
          value={postcode}
          autoComplete="off"
          size={7}
          maxLength={8}
          aria-invalid={isWrong}
          aria-describedby={`${id}-error`}
          onChange={(event) => setPostcode(event.target.value)}
        />
      </div>
      <Button purpose="secondary" type="submit">
        {t('search.radius.apply')}
      </Button>
      <p id={`${id}-error`} className="field-error" role="status">
        {isWrong && t('search.radius.wrong')}
      </p>
    </form>
  );
}
