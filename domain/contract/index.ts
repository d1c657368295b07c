import type { z } from 'zod';
import { annotationOperations } from './annotation.ts';
import { articleOperations } from './article.ts';
import { codebookOperations } from './codebook.ts';
import { comparisonOperations } from './comparison.ts';
import { duplicateOperations } from './duplicate.ts';
import { findingOperations } from './finding.ts';
import { exchangeOperations } from './exchange.ts';
import { findOperations } from './find.ts';
import { formulaOperations } from './formula.ts';
import { historyOperations } from './history.ts';
import { importOperations } from './import.ts';
import { jobOperations } from './job.ts';
import { matrixOperations } from './matrix.ts';
import { memoOperations } from './memo.ts';
import type { Operation, OperationKind } from './operation.ts';
import { referenceLinkOperations } from './reference-link.ts';
import { pictureOperations } from './picture.ts';
import { quotationOperations } from './quotation.ts';
import { referenceOperations } from './reference.ts';
import { repairOperations } from './repair.ts';
import { reportOperations } from './report.ts';
import { reuseOperations } from './reuse.ts';
import { revisionOperations } from './revision.ts';
import { sampleOperations } from './sample.ts';
import { sessionOperations } from './session.ts';
import { suggestionOperations } from './suggestion.ts';

/** Every operation of the program, written once. */
export const contract = {
  ...sessionOperations,
  ...articleOperations,
  ...importOperations,
  ...repairOperations,
  ...revisionOperations,
  ...duplicateOperations,
  ...annotationOperations,
  ...findOperations,
  ...matrixOperations,
  ...pictureOperations,
  ...comparisonOperations,
  ...findingOperations,
  ...codebookOperations,
  ...memoOperations,
  ...historyOperations,
  ...jobOperations,
  ...reportOperations,
  ...quotationOperations,
  ...sampleOperations,
  ...referenceOperations,
  ...referenceLinkOperations,
  ...formulaOperations,
  ...reuseOperations,
  ...suggestionOperations,
  ...exchangeOperations,
};

export type Contract = typeof contract;
export type OperationName = keyof Contract;
export type Input<Name extends OperationName> = z.output<Contract[Name]['input']>;
export type Output<Name extends OperationName> = z.output<Contract[Name]['output']>;
/** What `send` resolves to: a job answers with its id at once. */
export type Value<Name extends OperationName> = Contract[Name]['kind'] extends 'job' ? { job: string } : Output<Name>;
export type NamesOfKind<Kind extends OperationKind> = {
  [Name in OperationName]: Contract[Name]['kind'] extends Kind ? Name : never;
}[OperationName];

/** The operation of that name, or null: names such as `constructor` are nobody's. */
export function findOperation(name: string): Operation | null {
  return Object.hasOwn(contract, name) ? contract[name as OperationName] : null;
}

export { type Answer, type ErrorCode, type ErrorReason, type OperationError, Refusal, refuse } from './answer.ts';
