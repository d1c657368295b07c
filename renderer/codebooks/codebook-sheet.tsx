import { Trash2 } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Codebook } from '#domain/contract/codebook.ts';
import { useKeptDraft } from '../annotations/use-kept-draft.ts';
import { useFormat } from '../app/format.ts';
import { useCategoryBook, useCodebookName, useTitle } from '../codebook/queries.ts';
import { entryName } from '../history/queries.ts';
import { removeCodebook, updateCodebook } from './mutations.ts';
import { useCodebookRevisions } from './queries.ts';

/** The codebook itself: its name and purpose, and how it came to be what it is. */
export function CodebookSheet({ book }: { book: Codebook }) {
  const { t } = useTranslation();
  const name = useCodebookName()(book);
  const named = useKeptDraft(name, (value) => {
    if (value.trim() !== '') updateCodebook({ id: book.id, version: book.version, name: value.trim() });
  });
  const description = useKeptDraft(book.description, (value) =>
    updateCodebook({ id: book.id, version: book.version, description: value }),
  );
  return (
    <article className="sheet" aria-label={name}>
      <header className="sheet-head">
        {book.builtin ? (
          <h2 className="sheet-title">{name}</h2>
        ) : (
          <input
            className="input sheet-title-input"
            aria-label={t('codebooks.bookName')}
            value={named.value}
            maxLength={200}
            onChange={(event) => named.change(event.target.value)}
            onBlur={named.keep}
          />
        )}
        {!book.builtin && (
          <Button
            className="button button-quiet"
            onPress={() => void removeCodebook({ id: book.id, version: book.version })}
          >
            <Trash2 size={14} strokeWidth={1.6} aria-hidden />
            {t('codebooks.removeBook')}
          </Button>
        )}
      </header>
      <p className="sheet-note">{t(book.builtin ? 'codebooks.builtinNote' : 'codebooks.ownNote')}</p>
      <label className="sheet-field">
        <span className="field-label">{t('codebooks.purpose')}</span>
        <textarea
          className="input sheet-prose"
          rows={3}
          value={description.value}
          maxLength={20_000}
          onChange={(event) => description.change(event.target.value)}
          onBlur={description.keep}
        />
      </label>
      <Revisions book={book} />
    </article>
  );
}

function Revisions({ book }: { book: Codebook }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const title = useTitle();
  const { byId } = useCategoryBook();
  const { data: revisions = [] } = useCodebookRevisions(book.id);
  return (
    <section className="sheet-section" aria-labelledby="revisions-heading">
      <h3 id="revisions-heading" className="sheet-heading">
        {t('codebooks.revisions')}
      </h3>
      <ol className="revisions">
        {revisions.map(({ id, number, at, coderName, cause, categoryId }) => {
          const category = byId.get(categoryId ?? '');
          return (
            <li key={id} className="revision">
              <span className="number">{number}</span>
              <span>
                {cause === null ? t('codebooks.firstRevision') : entryName(cause)}
                {category !== undefined && ` · ${`${category.number} ${title(category)}`.trim()}`}
              </span>
              <span className="revision-by">{[coderName, moment(at)].filter(Boolean).join(' · ')}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
