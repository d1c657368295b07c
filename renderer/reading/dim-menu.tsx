import { Focus, X } from 'lucide-react';
import { memo, useId, useMemo } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#domain/contract/annotation.ts';
import { voiceKinds } from '../annotations/voice-fields.tsx';
import { categoryStyle } from '../codebook/category-chip.tsx';
import { useCategoryBook, useTitle } from '../codebook/queries.ts';
import { relations } from '../picker/choosing.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { annotationTest, dimming, isDimming, nothingDimmed } from './dimming.ts';

interface DimProps {
  annotations: readonly Annotation[];
}

interface Choice {
  value: string;
  label: string;
}

/** Chooses what alone is looked at in the text: a category, a coder, a relation, a voice, or several of these together. */
export function DimMenu({ annotations }: DimProps) {
  const { t } = useTranslation();
  const wanted = dimming.use();
  const choices = useChoices(annotations);
  return (
    <DialogTrigger>
      <IconButton icon={Focus} name={t('dim.menu')} aria-pressed={isDimming(wanted)} />
      <Popover className="popover dim-popover" offset={4} placement="bottom end">
        <Dialog className="dim" aria-label={t('dim.menu')}>
          {fields.map((field) => (
            <DimField key={field} field={field} choices={choices[field]} />
          ))}
          <div className="dim-foot">
            <Button className="button" isDisabled={!isDimming(wanted)} onPress={() => dimming.set(nothingDimmed)}>
              {t('dim.all')}
            </Button>
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

const fields = ['categoryId', 'coderId', 'relation', 'voice'] as const;
type Field = (typeof fields)[number];

function DimField({ field, choices }: { field: Field; choices: readonly Choice[] }) {
  const { t } = useTranslation();
  const id = useId();
  const wanted = dimming.use();
  return (
    <>
      <label htmlFor={id}>{t(`dim.${field}`)}</label>
      <select
        id={id}
        className="input"
        value={wanted[field] ?? ''}
        onChange={(event) => dimming.set((now) => ({ ...now, [field]: event.target.value || null }))}
      >
        <option value="">{t('dim.any')}</option>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </>
  );
}

/** What is looked at alone, each condition to be taken away by itself, and the way back to all. */
export const DimLine = memo(function DimLine({ annotations }: DimProps) {
  const { t } = useTranslation();
  const wanted = dimming.use();
  const choices = useChoices(annotations);
  const { byId, categories } = useCategoryBook();
  if (!isDimming(wanted)) return null;
  const isLookedAt = annotationTest(wanted, categories);
  return (
    <p className="dim-line" role="status">
      <span>{t('dim.looking', { shown: annotations.filter(isLookedAt).length, all: annotations.length })}</span>
      {fields.map((field) => {
        const value = wanted[field];
        if (value === null) return null;
        const label = choices[field].find((choice) => choice.value === value)?.label.trim() ?? t('common.unknown');
        const colour = field === 'categoryId' ? byId.get(value)?.colour : undefined;
        return (
          <span key={field} className="dim-chip" style={categoryStyle(colour)}>
            {colour !== undefined && <span className="category-swatch" aria-hidden />}
            <span className="dim-chip-label">{label}</span>
            <IconButton
              small
              icon={X}
              name={t('dim.drop', { condition: label })}
              onPress={() => dimming.set((now) => ({ ...now, [field]: null }))}
            />
          </span>
        );
      })}
      <Button className="text-button" onPress={() => dimming.set(nothingDimmed)}>
        {t('dim.all')}
      </Button>
    </p>
  );
});

/** Only what occurs in the article can be chosen, and what is chosen. */
function useChoices(annotations: readonly Annotation[]): Record<Field, readonly Choice[]> {
  const { t } = useTranslation();
  const { byId, categories } = useCategoryBook();
  const title = useTitle();
  const wanted = dimming.use();
  return useMemo(() => {
    const used = new Set<string>();
    const coders = new Map<string, string>();
    const said = new Set<string>();
    const voices = new Set<string>();
    for (const { links, coderId, coderName, voice } of annotations) {
      coders.set(coderId, coderName);
      voices.add(voice?.kind ?? 'none');
      for (const { categoryId, relation } of links) {
        said.add(relation ?? 'none');
        for (let at = byId.get(categoryId); at !== undefined; at = byId.get(at.parentId ?? '')) used.add(at.id);
      }
    }
    const depth = (parentId: string | null): string => {
      const parent = byId.get(parentId ?? '');
      return parent === undefined ? '' : `\u3000${depth(parent.parentId)}`;
    };
    return {
      categoryId: categories
        .filter(({ id }) => used.has(id) || id === wanted.categoryId)
        .map((each) => ({
          value: each.id,
          label: `${depth(each.parentId)}${`${each.number} ${title(each)}`.trim()}`,
        })),
      coderId: [...coders].map(([value, label]) => ({ value, label })),
      relation: relations
        .map((each) => each ?? 'none')
        .filter((each) => said.has(each) || each === wanted.relation)
        .map((each) => ({ value: each, label: t(`relation.${each}`) })),
      voice: [...voiceKinds, 'none' as const]
        .filter((each) => voices.has(each) || each === wanted.voice)
        .map((each) => ({ value: each, label: t(each === 'none' ? 'voice.unset' : `voice.${each}`) })),
    };
  }, [annotations, byId, categories, title, t, wanted]);
}
