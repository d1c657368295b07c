export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export function objectOf(value: Json | undefined): Record<string, Json> | null {
  return value === null || typeof value !== 'object' || Array.isArray(value) ? null : value;
}

export function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** In JSON-LD one value and a list of one are the same. */
export function listOf(value: Json | undefined): Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

export function firstText(values: readonly (Json | undefined)[]): string | null {
  for (const value of values) if (typeof value === 'string') return value;
  return null;
}

/** The annotations of a document (one, a list, a page or a collection) with their places in it; null when there are none. */
export function everyAnnotation(document: Json): { annotation: Record<string, Json>; path: string }[] | null {
  const found: { annotation: Record<string, Json>; path: string }[] = [];
  let isDocument = false;
  const take = (value: Json | undefined, path: string, depth: number) => {
    if (depth > 6) return;
    if (Array.isArray(value)) {
      value.forEach((each, at) => take(each, `${path}[${at}]`, depth + 1));
      return;
    }
    const object = objectOf(value);
    if (object === null) return;
    const types = listOf(object.type ?? object['@type']);
    if (types.includes('Annotation')) found.push({ annotation: object, path });
    else {
      if (types.includes('AnnotationCollection') || types.includes('AnnotationPage')) isDocument = true;
      for (const key of ['first', 'items', '@graph', 'next'])
        if (key in object) take(object[key], path === '' ? key : `${path}.${key}`, depth + 1);
    }
  };
  take(document, '', 0);
  return found.length > 0 || isDocument ? found : null;
}
