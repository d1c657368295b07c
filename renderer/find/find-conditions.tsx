import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { findPlace, hitOrder } from '#domain/contract/find.ts';
import { plainDate } from '#domain/contract/values.ts';
import { FieldMenu } from '../annotation-list/filter-bar.tsx';
import { namesInCorpus } from '../annotation-list/filter-fields.ts';
import { useArticles } from '../library/queries.ts';
import { isComposing } from '../widgets/keys.ts';
import { Segmented } from '../widgets/segmented.tsx';
import { askFind, type FindQuestion, filterWith } from './question.ts';

const fields = [
  { field: 'provinces', of: 'outletProvince', label: 'annotationTable.province' },
  { field: 'outlets', of: 'outlet', label: 'annotationTable.outlet' },
  { field: 'genres', of: 'genre', label: 'metadata.genre' },
] as const;

/** Where is looked, in which articles, and how the hits are sorted: in one quiet line. */
export function FindConditions({ question }: { question: FindQuestion }) {
  const { t } = useTranslation();
  const { data: articles } = useArticles();
  const { filter, places, order } = question;
  const ask = (change: Partial<FindQuestion>) => askFind({ ...question, ...change, at: null });
  return (
    <div className="table-filters find-conditions" role="group" aria-label={t('find.conditions')}>
      <Segmented
        quiet
        labelHidden
        label={t('find.order')}
        choices={hitOrder.options.map((value) => ({ value, label: t(`find.orders.${value}`) }))}
        value={order}
        onChange={(next) => ask({ order: next })}
      />
      <span className="find-apart" aria-hidden />
      <FieldMenu
        field={{
          label: t('find.places'),
          values: findPlace.options.map((value) => ({ value, label: t(`find.place.${value}`), indent: false })),
        }}
        chosen={places}
        on={places.join() !== 'text'}
        onChange={(next) => {
          const chosen = findPlace.options.filter((place) => next.includes(place));
          ask({ places: chosen.length === 0 ? ['text'] : chosen });
        }}
      />
      {fields.map(({ field, of, label }) => {
        const values = namesInCorpus(articles, of);
        if (values.length === 0) return null;
        return (
          <FieldMenu
            key={field}
            field={{ label: t(label), values }}
            chosen={filter[field] ?? []}
            onChange={(next) => ask({ filter: filterWith(filter, field, next) })}
          />
        );
      })}
      {(['from', 'to'] as const).map((field) => (
        <DateInput
          key={`${field} ${filter[field] ?? ''}`}
          label={t(`find.${field}`)}
          value={filter[field] ?? ''}
          onChange={(value) => ask({ filter: filterWith(filter, field, value === '' ? undefined : value) })}
        />
      ))}
      <Button
        className="button button-quiet button-small"
        aria-pressed={filter.excluded === true}
        onPress={() => ask({ filter: filterWith(filter, 'excluded', filter.excluded === true ? undefined : true) })}
      >
        {t('find.excluded')}
      </Button>
      {Object.keys(filter).length > 0 && (
        <Button className="text-button" onPress={() => ask({ filter: {} })}>
          {t('find.clear')}
        </Button>
      )}
    </div>
  );
}

interface DateInputProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

function DateInput({ label, value, onChange }: DateInputProps) {
  const { t } = useTranslation();
  const commit = (input: HTMLInputElement) => {
    const typed = input.value.trim();
    const wrong = typed !== '' && !plainDate.safeParse(typed).success;
    input.setAttribute('aria-invalid', String(wrong));
    if (!wrong && typed !== value) onChange(typed);
  };
  return (
    <input
      className="input"
      aria-label={label}
      placeholder={label}
      title={t('metadata.dateHint')}
      maxLength={10}
      defaultValue={value}
      onBlur={(event) => commit(event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event)) commit(event.currentTarget);
      }}
    />
  );
}
