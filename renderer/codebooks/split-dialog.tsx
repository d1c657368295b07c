import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Category } from '#domain/contract/codebook.ts';
import { v7 as uuidv7 } from 'uuid';
import { useTitle } from '../codebook/queries.ts';
import { DialogFrame } from '../widgets/dialog-frame.tsx';
import { Field } from '../widgets/field.tsx';
import { splitCategory } from './mutations.ts';
import { usePassages } from './queries.ts';

/** So many passages can be told apart in one go; the others stay, and can be recoded from their list. */
const MOST = 500;
const STAYS = 'stays';

interface NewPart {
  id: string;
  title: string;
}

/** Names the new categories and says for each passage where it goes. */
export function SplitDialog({ category, onClose }: { category: Category; onClose: () => void }) {
  const { t } = useTranslation();
  const title = useTitle()(category);
  const { data } = usePassages(category.id, 'all', MOST);
  const [parts, setParts] = useState<NewPart[]>(() => [{ id: uuidv7(), title: '' }]);
  const [below, setBelow] = useState(true);
  const [goes, setGoes] = useState<ReadonlyMap<string, string>>(new Map());
  const named = parts.filter((part) => part.title.trim() !== '');
  const passages = (data?.passages ?? []).flatMap((passage) => {
    const link = passage.links.find(({ categoryId }) => categoryId === category.id);
    return link === undefined ? [] : [{ passage, linkId: link.id }];
  });
  const split = () => {
    onClose();
    const into = named.map((part) => ({
      id: part.id,
      title: part.title.trim(),
      below,
      linkIds: passages.map(({ linkId }) => linkId).filter((linkId) => goes.get(linkId) === part.id),
    }));
    void splitCategory(category, into);
  };
  return (
    <DialogFrame
      wide
      title={t('codebooks.splitTitle', { category: `${category.number} ${title}`.trim() })}
      onClose={onClose}
      foot={
        <>
          <Button className="button" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button className="button button-main" isDisabled={named.length === 0} onPress={split}>
            {t('codebooks.split')}
          </Button>
        </>
      }
    >
      <div className="split-parts">
        {parts.map((part, index) => (
          <Field
            key={part.id}
            label={t('codebooks.splitName', { number: index + 1 })}
            value={part.title}
            maxLength={200}
            autoFocus={index === parts.length - 1}
            onChange={(value) =>
              setParts((now) => now.map((each) => (each.id === part.id ? { ...each, title: value } : each)))
            }
          />
        ))}
        <Button
          className="button button-quiet"
          onPress={() => setParts((now) => [...now, { id: uuidv7(), title: '' }])}
        >
          <Plus size={14} strokeWidth={1.6} aria-hidden />
          {t('codebooks.splitAnother')}
        </Button>
      </div>
      <RadioGroup
        className="segmented"
        orientation="horizontal"
        aria-label={t('codebooks.splitWhere')}
        value={below ? 'below' : 'beside'}
        onChange={(value) => setBelow(value === 'below')}
      >
        <div className="segmented-choices">
          <Radio value="below" className="segmented-choice">
            {t('codebooks.splitBelow')}
          </Radio>
          <Radio value="beside" className="segmented-choice">
            {t('codebooks.splitBeside')}
          </Radio>
        </div>
      </RadioGroup>
      {passages.length === 0 ? (
        <p className="sheet-note">{t('codebooks.noPassages')}</p>
      ) : (
        <ul className="split-passages">
          {passages.map(({ passage, linkId }) => (
            <li key={linkId} className="split-passage">
              <span className="passage-quote">{passage.exact}</span>
              <select
                className="input"
                aria-label={t('codebooks.splitGoes', { quote: passage.exact.slice(0, 30) })}
                value={goes.get(linkId) ?? STAYS}
                onChange={(event) => setGoes((now) => new Map(now).set(linkId, event.target.value))}
              >
                <option value={STAYS}>{t('codebooks.splitStays', { category: title })}</option>
                {named.map((part) => (
                  <option key={part.id} value={part.id}>
                    {part.title}
                  </option>
                ))}
              </select>
            </li>
          ))}
        </ul>
      )}
    </DialogFrame>
  );
}
