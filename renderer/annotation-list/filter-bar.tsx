import { Check, ChevronDown, X } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { AnnotationFilter } from '#domain/contract/annotation.ts';
import { plainDate } from '#domain/contract/values.ts';
import { isComposing } from '../widgets/keys.ts';
import { type FilterField, useFilterFields } from './filter-fields.ts';
import { withValues } from './question.ts';

const textFields = ['from', 'to', 'text'] as const;
const labelOf = { from: 'from', to: 'to', text: 'words' } as const;

interface FilterBarProps {
  filter: AnnotationFilter;
  onChange: (filter: AnnotationFilter) => void;
  /** The conditions that can be asked for here; all where it is not given. */
  only?: readonly (keyof AnnotationFilter)[];
}

/** What can be asked for, in one quiet line; what is asked for stands below it, each to be taken away. */
export function FilterBar({ filter, onChange, only }: FilterBarProps) {
  const { t } = useTranslation();
  const offered = (field: keyof AnnotationFilter) => only === undefined || only.includes(field);
  const fields = useFilterFields(filter.articleIds).filter(({ field }) => offered(field));
  const texts = textFields.filter(offered);
  const change = (field: keyof AnnotationFilter, values: unknown) => onChange(withValues(filter, field, values));
  const chips = [
    ...fields.flatMap(({ field, label, values }) =>
      (filter[field] ?? []).map((value: string) => ({
        key: `${field} ${value}`,
        text: `${label}: ${values.find((each) => each.value === value)?.label ?? value}`,
        remove: () =>
          change(
            field,
            filter[field]?.filter((each: string) => each !== value),
          ),
      })),
    ),
    ...texts.flatMap((field) =>
      filter[field] === undefined
        ? []
        : [
            {
              key: field,
              text: `${t(`annotationTable.${labelOf[field]}`)}: ${filter[field]}`,
              remove: () => change(field, undefined),
            },
          ],
    ),
    ...(filter.counted === true
      ? [{ key: 'counted', text: t('annotationTable.counted'), remove: () => change('counted', undefined) }]
      : []),
  ];
  return (
    <>
      <div className="table-filters" role="group" aria-label={t('annotationTable.filters')}>
        {fields
          .filter(({ values }) => values.length > 0)
          .map((each) => (
            <FieldMenu
              key={each.field}
              field={each}
              chosen={filter[each.field] ?? []}
              onChange={(values) => change(each.field, values)}
            />
          ))}
        {texts.map((field) => (
          <input
            key={`${field} ${filter[field] ?? ''}`}
            className={`input table-filter-${field}`}
            aria-label={t(`annotationTable.${labelOf[field]}`)}
            placeholder={field === 'text' ? t('annotationTable.wordsHint') : t(`annotationTable.${labelOf[field]}`)}
            title={field === 'text' ? t('annotationTable.words') : t('metadata.dateHint')}
            maxLength={500}
            defaultValue={filter[field] ?? ''}
            onBlur={(event) => commit(event.currentTarget)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !isComposing(event)) commit(event.currentTarget);
            }}
          />
        ))}
      </div>
      {chips.length > 0 && (
        <ul className="table-chips" aria-label={t('annotationTable.active')}>
          {chips.map(({ key, text, remove }) => (
            <li key={key}>
              <Button className="table-chip" aria-label={t('annotationTable.remove', { what: text })} onPress={remove}>
                <span>{text}</span>
                <X size={12} strokeWidth={1.6} aria-hidden />
              </Button>
            </li>
          ))}
          <li>
            <Button className="text-button" onPress={() => onChange({})}>
              {t('annotationTable.clear')}
            </Button>
          </li>
        </ul>
      )}
    </>
  );

  function commit(input: HTMLInputElement) {
    const field = texts.find((each) => input.classList.contains(`table-filter-${each}`)) ?? 'text';
    const value = input.value.trim();
    const wrong = field !== 'text' && value !== '' && !plainDate.safeParse(value).success;
    input.setAttribute('aria-invalid', String(wrong));
    if (!wrong && value !== (filter[field] ?? '')) change(field, value);
  }
}

interface FieldMenuProps {
  field: Pick<FilterField, 'label' | 'values'>;
  chosen: readonly string[];
  onChange: (values: string[]) => void;
  /** Whether what is chosen says more than what is usual. */
  on?: boolean;
}

/** A button that opens the values of a field, of which any can be asked for. */
export function FieldMenu({ field: { label, values }, chosen, onChange, on = chosen.length > 0 }: FieldMenuProps) {
  return (
    <MenuTrigger>
      <Button className="button button-quiet button-small" data-on={on || undefined}>
        {label}
        <ChevronDown size={12} strokeWidth={1.6} aria-hidden />
      </Button>
      <CheckList
        label={label}
        values={values}
        chosen={chosen}
        onChange={(next) => onChange(values.map(({ value }) => value).filter((value) => next.has(value)))}
      />
    </MenuTrigger>
  );
}

interface CheckListProps {
  label: string;
  values: readonly { value: string; label: string; indent?: boolean }[];
  chosen: readonly string[];
  onChange: (next: ReadonlySet<string>) => void;
}

/** The floating list of a menu button of which several can be chosen. */
export function CheckList({ label, values, chosen, onChange }: CheckListProps) {
  return (
    <Popover className="popover" offset={2}>
      <Menu
        className="menu"
        aria-label={label}
        selectionMode="multiple"
        selectedKeys={chosen}
        onSelectionChange={(keys) => {
          onChange(new Set(keys === 'all' ? values.map(({ value }) => value) : [...keys].map(String)));
        }}
      >
        {values.map(({ value, label: text, indent }) => (
          <MenuItem key={value} id={value} textValue={text} className="menu-item" data-indent={indent || undefined}>
            <span className="menu-check">
              {chosen.includes(value) && <Check size={13} strokeWidth={2} aria-hidden />}
            </span>
            <span>{text}</span>
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  );
}
