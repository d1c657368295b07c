import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleText } from '#domain/contract/article.ts';
import type { ReaderHandle, Role, ShownParagraph } from '../editor/article-reader.tsx';
import { useSetRole } from './mutations.ts';
import { chooseRole, choosingRole } from './role-display.ts';
import { RoleMenu } from './role-menu.tsx';

interface RoleGutterProps {
  article: ArticleText;
  paragraphs: readonly ShownParagraph[];
  reader: RefObject<ReaderHandle | null>;
}

/** What each paragraph in sight is, in small type beside it. Body is left unsaid until the pointer comes near. */
export function RoleGutter({ article, paragraphs, reader }: RoleGutterProps) {
  const { t } = useTranslation();
  const { mutate: setRole } = useSetRole();
  const chosen = choosingRole.use();
  const layer = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLElement | null>(null);
  const [anchored, setAnchored] = useState<number | null>(null);
  const inSight = chosen !== null && paragraphs.some(({ index }) => index === chosen);

  useLayoutEffect(() => {
    anchor.current = layer.current?.querySelector<HTMLElement>(`[data-paragraph="${chosen}"]`) ?? null;
    setAnchored(inSight && anchor.current !== null ? chosen : null);
  }, [chosen, inSight]);

  const close = () => {
    choosingRole.set(null);
    reader.current?.focus();
  };
  const choose = (paragraph: number, role: Role) => {
    if (article.roles[paragraph] !== role) {
      setRole({ articleId: article.id, revisionId: article.revisionId, paragraph, role });
    }
    close();
  };

  return (
    <div ref={layer} role="group" aria-label={t('roles.shown')}>
      {paragraphs.map(({ index, top, line }) => {
        const role = article.roles[index] ?? 'body';
        return (
          <button
            key={index}
            type="button"
            className="role-label"
            data-paragraph={index}
            data-role={role}
            data-open={chosen === index || undefined}
            tabIndex={-1}
            aria-haspopup="menu"
            aria-label={t('roles.of', { number: index + 1, role: t(`roles.short.${role}`) })}
            style={{ top, height: line }}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => chooseRole(index)}
          >
            <span className="role-name">{t(`roles.short.${role}`)}</span>
          </button>
        );
      })}
      {anchored !== null && anchored === chosen && (
        <RoleMenu
          anchor={anchor}
          paragraph={anchored}
          role={article.roles[anchored] ?? 'body'}
          onChoose={(role) => choose(anchored, role)}
          onClose={close}
        />
      )}
    </div>
  );
}
