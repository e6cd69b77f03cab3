// SPDX-License-Identifier: EUPL-1.2
import { useId } from 'react';
import { useFollowingState } from '../following_state';

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChoose(value: Value): void;
}

export function Choice<Value extends string>({ label, value, options, onChoose }: ChoiceProps<Value>) {
  const id = useId();
  const [shown, setShown] = useFollowingState(value);
  const choose = (next: Value) => {
    setShown(next);
    onChoose(next);
  };
  return (
    <div className="choice">
      <label className="utrecht-form-label choice__label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="utrecht-select utrecht-select--html-select choice__select"
        value={shown}
        onChange={(event) => choose(event.target.value as Value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
