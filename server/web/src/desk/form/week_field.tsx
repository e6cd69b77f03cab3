// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { dayCount, dayparts } from '../../shared/format/week';
import { FieldGroup, type FieldProps } from '../../shared/ui/form/field';
import { emptyGrid } from './vacancy_form';

const days = Array.from({ length: dayCount }, (_, day) => day);
const workWeek = days.map((day) => (day < 5 ? '1100' : '0000')).join('');

interface WeekFieldProps extends FieldProps {
  grid: string;
  onChange(grid: string): void;
}

/** The week as a table of boxes: days down, parts of the day across. Nothing ticked: not known. */
export function WeekField({ grid, onChange, ...field }: WeekFieldProps) {
  const { t } = useTranslation();
  const toggle = (place: number) =>
    onChange([...grid].map((bit, at) => (at === place ? (bit === '1' ? '0' : '1') : bit)).join(''));
  return (
    <FieldGroup {...field} hint={t('vacancyForm.weekHint')}>
      <p className="week__quick">
        <button type="button" className="link-button" onClick={() => onChange(workWeek)}>
          {t('vacancyForm.workWeek')}
        </button>
        {grid !== emptyGrid && (
          <button type="button" className="link-button" onClick={() => onChange(emptyGrid)}>
            {t('vacancyForm.noWeek')}
          </button>
        )}
      </p>
      <table className="week">
        <thead>
          <tr>
            <td />
            {dayparts.map((part) => (
              <th key={part} scope="col">
                {t(`daypart.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day}>
              <th scope="row">
                <abbr title={t(`weekday.${day}`)}>{t(`day.${day}`)}</abbr>
              </th>
              {dayparts.map((part, column) => {
                const place = day * dayparts.length + column;
                return (
                  <td key={part}>
                    <label className="week__cell">
                      <input
                        type="checkbox"
                        className="utrecht-checkbox utrecht-checkbox--html-input"
                        aria-label={t('vacancyForm.dayAndPart', {
                          day: t(`weekday.${day}`),
                          part: t(`daypart.${part}`),
                        })}
                        checked={grid[place] === '1'}
                        onChange={() => toggle(place)}
                      />
                    </label>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </FieldGroup>
  );
}
