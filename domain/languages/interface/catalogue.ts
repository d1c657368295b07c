import type { zhHant } from './zh-hant.ts';

/** The same keys in a language whose nouns have one form. */
export type Words<Source> = {
  [Key in keyof Source]: Source[Key] extends string ? string : Words<Source[Key]>;
};

/** The same keys in a language with a singular: every `…_other` also has its `…_one`. */
export type WithSingular<Source> = {
  [Key in keyof Source]: Source[Key] extends string ? string : WithSingular<Source[Key]>;
} & {
  [Key in keyof Source as Key extends `${infer Stem}_other` ? `${Stem}_one` : never]: string;
};

/** A language whose nouns have one form: every key of the Traditional Chinese catalogue. */
export type Catalogue = Words<typeof zhHant>;

/** A language with a singular: every `…_other` also has its `…_one`. */
export type CatalogueWithSingular = WithSingular<typeof zhHant>;
