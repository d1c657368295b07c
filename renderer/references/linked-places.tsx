import { BookMarked, X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#domain/contract/annotation.ts';
import type { ReferenceLink } from '#domain/contract/reference-link.ts';
import { placeName } from '#domain/reference/place-name.ts';
import { RelationChoice } from '../annotations/relation-choice.tsx';
import { useFormat } from '../app/format.ts';
import { goToReferencePlace } from '../reading/beside.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { useReference } from './queries.ts';
import { relateLink, unlink, useReferenceLinks } from './reference-links.ts';
import { useRelationToPlace } from './relation-proposals.ts';
import './references.css';

/** The places of reference texts that an annotation is linked to, each with how it takes them up. */
export function LinkedPlaces({ annotation }: { annotation: Annotation }) {
  const links = useReferenceLinks(annotation.articleId).filter(({ annotationId }) => annotationId === annotation.id);
  return links.map((link) => <LinkedPlace key={link.id} link={link} annotation={annotation} />);
}

function LinkedPlace({ link, annotation }: { link: ReferenceLink; annotation: Annotation }) {
  const { t } = useTranslation();
  const { percent } = useFormat();
  const { data: reference } = useReference(link.referenceId);
  const proposal = useRelationToPlace(annotation, link);
  if (reference === undefined) return null;
  const name = placeName(reference, link);
  const proposed = proposal?.relation ?? null;
  return (
    <div className="details-link linked-place">
      <div className="linked-place-head">
        <Button className="linked-place-name" onPress={() => goToReferencePlace(link.referenceId, link.place.start)}>
          <BookMarked size={14} strokeWidth={1.6} aria-hidden />
          <span>
            {t(`references.level.${link.level}`)} {name}
          </span>
        </Button>
        <IconButton small icon={X} name={t('references.unlink', { place: name })} onPress={() => unlink(link)} />
      </div>
      <RelationChoice
        label={t('relation.of', { category: name })}
        value={link.relation}
        onChange={(relation) => relateLink(link, relation)}
      />
      {proposal !== null && proposed !== null && proposed !== link.relation && (
        <Button className="relation-proposed" onPress={() => relateLink(link, proposed)}>
          {t('relation.proposed', { relation: t(`relation.${proposed}`), percent: percent(proposal.share) })}
        </Button>
      )}
    </div>
  );
}
