import { asFailure } from '../bridge/operation-failure.ts';
import { t } from './language.ts';
import { notify } from './notices.ts';

/** The sentence for a refused operation, in the language that is shown. */
export function failureText(thrown: unknown): string {
  const { reason, details, message } = asFailure(thrown);
  return t(`errors.${reason}`, { ...details, message } as { message: string; file: string; folder: string });
}

/** Says in the status line why something was refused. */
export function alertFailure(thrown: unknown): void {
  if (asFailure(thrown).reason === 'cancelled') notify('quiet', failureText(thrown));
  else notify('alert', failureText(thrown));
}
