import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldScript } from '#domain/repair/script-pairs.ts';
import { hashOf } from '../app/place.ts';
import { useAnnotations } from '../annotations/queries.ts';
import { articleName } from '../library/article-name.ts';
import { useArticles } from '../library/queries.ts';
import { isComposing } from '../widgets/keys.ts';

/** Of what was found, so many are offered. */
const MOST = 8;
/** Characters of a passage that stand for it. */
const WORDS = 20;

interface LinkChooserProps {
  articleId: string;
  onChoose: (place: string, words: string) => void;
  onCancel: () => void;
}

/** Finds what a note is to lead to: annotations of the article by their words, articles by their titles, in either script. */
export function LinkChooser({ articleId, onChoose, onCancel }: LinkChooserProps) {
  const { t } = useTranslation();
  const listId = useId();
  const annotations = useAnnotations(articleId);
  const { data: articles = [] } = useArticles();
  const [sought, setSought] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(() => {
    const wanted = foldScript(sought.trim().toLowerCase());
    const has = (words: string) => foldScript(words.toLowerCase()).includes(wanted);
    return [
      ...annotations
        .filter(({ exact }) => has(exact))
        .map(({ id, exact }) => ({
          place: hashOf({ articleId, annotationId: id, view: 'reading' }),
          words: exact.length > WORDS ? `${[...exact].slice(0, WORDS).join('')}…` : exact,
          kind: 'annotation' as const,
        })),
      ...articles
        .filter((row) => has(articleName(row)))
        .map((row) => ({
          place: hashOf({ articleId: row.id, annotationId: null, view: 'reading' }),
          words: articleName(row),
          kind: 'article' as const,
        })),
    ].slice(0, MOST);
  }, [sought, annotations, articles, articleId]);
  const choose = (index: number) => {
    const target = found[index];
    if (target !== undefined) onChoose(target.place, target.words.replaceAll('\n', ' '));
  };
  return (
    <div className="note-links">
      <input
        className="input"
        role="combobox"
        aria-label={t('notes.seek')}
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={found.length > 0 ? `${listId}-${at}` : undefined}
        placeholder={t('notes.seek')}
        // it was opened to be typed into
        autoFocus
        value={sought}
        onChange={(event) => {
          setSought(event.target.value);
          setAt(0);
        }}
        onBlur={onCancel}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === 'ArrowDown') setAt((now) => Math.min(found.length - 1, now + 1));
          else if (event.key === 'ArrowUp') setAt((now) => Math.max(0, now - 1));
          else if (event.key === 'Enter') choose(at);
          else if (event.key === 'Escape') onCancel();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {found.length === 0 && <p className="note-none">{t('notes.nothing')}</p>}
      <ul role="listbox" id={listId} aria-label={t('notes.link')}>
        {found.map(({ place, words, kind }, index) => (
          // the field has the keys
          <li
            key={place}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(index)}
          >
            <span className="note-kind">{t(`notes.kinds.${kind}`)}</span>
            <span className="note-words">{words}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
