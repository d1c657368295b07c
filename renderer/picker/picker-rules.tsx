import { useTranslation } from 'react-i18next';
import { useCategoryBook, useTitle } from '../codebook/queries.ts';
import { useCodingRules } from '../codebooks/queries.ts';
import { ruleNames } from '../codebooks/rules-dialog.tsx';

/** By what to decide: what the highlighted category means, and the rules of the corpus; nothing where none are written. */
export function PickerRules({ categoryId }: { categoryId: string | null }) {
  const { t } = useTranslation();
  const { byId } = useCategoryBook();
  const title = useTitle();
  const { data: rules } = useCodingRules();
  const category = byId.get(categoryId ?? '');
  const meaning = (['definition', 'rulesFor', 'rulesAgainst', 'boundaryCases'] as const).filter(
    (part) => (category?.[part] ?? '') !== '',
  );
  const written = ruleNames.filter((name) => (rules?.[name] ?? '') !== '');
  if (meaning.length === 0 && written.length === 0) return null;
  return (
    <div className="picker-rules">
      {meaning.length > 0 && (
        <dl
          aria-label={`${category?.number ?? ''} ${title(category ?? { titleHant: '', titleHans: '', titleEn: '' })}`.trim()}
        >
          {meaning.map((part) => (
            <div key={part}>
              <dt>{t(`codebooks.${part}`)}</dt>
              <dd>{category?.[part]}</dd>
            </div>
          ))}
        </dl>
      )}
      {written.length > 0 && (
        <details>
          <summary>{t('codebooks.rules')}</summary>
          <dl>
            {written.map((name) => (
              <div key={name}>
                <dt>{t(`codebooks.rule.${name}`)}</dt>
                <dd>{rules?.[name]}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}
