import { useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Annotation, Link } from '#domain/contract/annotation.ts';
import type { ArticleRow, ArticleText } from '#domain/contract/article.ts';
import type { Codebook } from '#domain/contract/codebook.ts';
import type { Input } from '#domain/contract/index.ts';
import type { Span } from '#domain/text/span.ts';
import { alertFailure } from '../app/failure-text.ts';
import { t } from '../app/language.ts';
import { notify } from '../app/notices.ts';
import { activateAnnotation, getPlace } from '../app/place.ts';
import { save } from '../app/saves.ts';
import { asFailure } from '../bridge/operation-failure.ts';
import { undoOffer } from '../history/mutations.ts';
import { queryClient } from '../queries/client.ts';
import { keys } from '../queries/keys.ts';
import { getSession } from '../session/queries.ts';
import { byPosition, getAnnotations } from './queries.ts';
import { goToAnnotation, nextToConfirm } from './to-confirm.ts';

type CreateInput = Input<'annotation.create'>;
type LinkInput = CreateInput['links'][number];
export type AnnotationChange = Omit<Input<'annotation.update'>, 'id' | 'version'>;

/** One after the other: each change needs the version that the one before it made. */
const scope = { id: 'annotations' };
const versions = new Map<string, number>();

function newestVersion({ id, version }: Annotation): number {
  return Math.max(version, versions.get(id) ?? 0);
}

function answered(annotation: Annotation): void {
  versions.set(annotation.id, annotation.version);
  setList(annotation.articleId, (list) => list.map((each) => (each.id === annotation.id ? annotation : each)));
}

function setList(articleId: string, change: (list: Annotation[]) => Annotation[]): void {
  queryClient.setQueryData<Annotation[]>(keys.annotations(articleId), (list) => (list ? change(list) : list));
}

function putInPlace(articleId: string, annotation: Annotation): void {
  setList(articleId, (list) => [...list.filter(({ id }) => id !== annotation.id), annotation].toSorted(byPosition));
}

function countInLibrary(articleId: string, difference: number): void {
  queryClient.setQueryData<ArticleRow[]>(keys.articles, (rows) =>
    rows?.map((row) => (row.id === articleId ? { ...row, annotations: row.annotations + difference } : row)),
  );
}

async function fetchList(articleId: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: keys.annotations(articleId) }),
    queryClient.invalidateQueries({ queryKey: keys.articles }),
  ]);
}

function asLinks(links: readonly LinkInput[], before: readonly Link[]): Link[] {
  const codebooks = queryClient.getQueryData<Codebook[]>(keys.codebooks) ?? [];
  return links.map((link) => {
    const known = before.find(({ id }) => id === link.id);
    const codebook = codebooks.find(({ categories }) => categories.some(({ id }) => id === link.categoryId));
    return {
      ...link,
      origin: known?.origin ?? 'hand',
      codebookRevisionId: known?.codebookRevisionId ?? codebook?.revisionId ?? '',
      recheck: known?.recheck ?? false,
    };
  });
}

/** The annotation as it will stand, shown until the host has answered. */
function expected(input: CreateInput): Annotation {
  const coder = getSession()?.coder;
  const now = new Date().toISOString();
  return {
    id: input.id,
    version: 1,
    articleId: input.articleId,
    revisionId: input.revisionId,
    ...input.span,
    exact: input.exact,
    prefix: '',
    suffix: '',
    anchorState: 'placed',
    toConfirm: null,
    note: input.note ?? '',
    translation: input.translation ?? '',
    voice: input.voice ?? null,
    status: input.status ?? 'settled',
    coderId: coder?.id ?? '',
    coderName: coder?.name ?? '',
    createdAt: now,
    changedAt: now,
    links: asLinks(input.links, []),
  };
}

/** Shows it before it is sent, within the key that made it: all that changes by that key is drawn at once. */
function draw(input: CreateInput): void {
  // What is on its way from the host would draw over it.
  void queryClient.cancelQueries({ queryKey: keys.annotations(input.articleId) });
  putInPlace(input.articleId, expected(input));
  countInLibrary(input.articleId, 1);
  if (getPlace().articleId === input.articleId) activateAnnotation(input.id);
}

/** Makes an annotation; `onRefused` is given back what she entered, so that nothing has to be typed again. */
export function useCreateAnnotation(onRefused: (input: CreateInput, thrown: unknown) => void) {
  const { mutate } = useMutation({
    scope,
    mutationKey: keys.drawnBeforeAnswer,
    mutationFn: (input: CreateInput) => save('annotation.create', input),
    onSuccess: answered,
    onError: (thrown, input) => {
      setList(input.articleId, (list) => list.filter(({ id }) => id !== input.id));
      countInLibrary(input.articleId, -1);
      if (getPlace().annotationId === input.id) activateAnnotation(null);
      onRefused(input, thrown);
      void fetchList(input.articleId);
    },
  });
  return useCallback(
    (input: CreateInput) => {
      draw(input);
      mutate(input);
    },
    [mutate],
  );
}

export function useUpdateAnnotation() {
  return useMutation({
    scope,
    mutationKey: keys.drawnBeforeAnswer,
    mutationFn: ({ annotation, change }: UpdateVariables) =>
      save('annotation.update', { id: annotation.id, version: newestVersion(annotation), ...change }),
    onMutate: async ({ annotation, change }) => {
      await queryClient.cancelQueries({ queryKey: keys.annotations(annotation.articleId) });
      setList(annotation.articleId, (list) => {
        const next = list.map((each) => (each.id === annotation.id ? changed(each, change) : each));
        return change.span === undefined ? next : next.toSorted(byPosition);
      });
    },
    onSuccess: answered,
    onError: (thrown, { annotation }) => {
      setList(annotation.articleId, (list) => list.map((each) => (each.id === annotation.id ? annotation : each)));
      alertFailure(thrown);
      void fetchList(annotation.articleId);
    },
  });
}

interface UpdateVariables {
  annotation: Annotation;
  change: AnnotationChange;
}

function changed(annotation: Annotation, { span, links, ...rest }: AnnotationChange): Annotation {
  return {
    ...annotation,
    ...(rest.note === undefined ? {} : { note: rest.note }),
    ...(rest.translation === undefined ? {} : { translation: rest.translation }),
    ...(rest.voice === undefined ? {} : { voice: rest.voice }),
    ...(rest.status === undefined ? {} : { status: rest.status }),
    ...(span === undefined ? {} : placedAt(annotation, span)),
    ...(links === undefined ? {} : { links: asLinks(links, annotation.links) }),
  };
}

function placedAt({ articleId, exact }: Annotation, span: Span): Partial<Annotation> {
  const text = queryClient.getQueryData<ArticleText>(keys.article(articleId))?.text;
  return { ...span, exact: text?.slice(span.start, span.end) ?? exact, anchorState: 'placed', toConfirm: null };
}

/** Confirms that an annotation stands where it was found, and goes on to the next one to confirm. */
export function useConfirmPlace(): (annotation: Annotation) => Annotation | null {
  const { mutate: update } = useUpdateAnnotation();
  return (annotation) => {
    const { id, articleId, start, end } = annotation;
    const next = nextToConfirm(getAnnotations(articleId), id);
    update({ annotation, change: { span: { start, end } } });
    if (next !== null) goToAnnotation(next);
    return next;
  };
}

/** Characters of the quote that a notice shows. */
const quoteLength = 16;

export function useRemoveAnnotation() {
  return useMutation({
    scope,
    mutationKey: keys.drawnBeforeAnswer,
    mutationFn: (annotation: Annotation) =>
      save('annotation.remove', { id: annotation.id, version: newestVersion(annotation) }),
    onMutate: async (annotation) => {
      await queryClient.cancelQueries({ queryKey: keys.annotations(annotation.articleId) });
      setList(annotation.articleId, (list) => list.filter(({ id }) => id !== annotation.id));
      countInLibrary(annotation.articleId, -1);
      if (getPlace().annotationId === annotation.id) activateAnnotation(null);
    },
    onSuccess: (_answer, { exact }) => {
      const begun = [...exact].slice(0, quoteLength).join('');
      const quote = begun.length < exact.length ? `${begun}…` : begun;
      notify('quiet', t('annotations.removed', { quote }), undoOffer());
    },
    onError: (thrown, annotation) => {
      countInLibrary(annotation.articleId, 1);
      if (asFailure(thrown).reason !== 'annotation-missing') putInPlace(annotation.articleId, annotation);
      alertFailure(thrown);
      void fetchList(annotation.articleId);
    },
  });
}
