import type { Concern } from '../../concerns/concern.ts'
import { present } from '../../kernel/present.ts'
import type { AlertContent } from './alert-content.ts'

/** What the sender says keeps people safe: the family, and whoever goes to see it. */
export const safetyOf = (concern: Concern): AlertContent['safety'] => {
  const { domesticAbuse, workerSafety, interpreter, conflict, keepConfidentialFrom } = concern
  return {
    keepFrom: keepConfidentialFrom,
    ...present({
      safeContact: domesticAbuse?.safeContact,
      dash: domesticAbuse?.dash,
      childPresent: domesticAbuse?.childPresent,
      maracReferred: domesticAbuse?.maracReferred,
      maracOn: domesticAbuse?.maracOn,
      workerSafety,
      interpreter,
      conflict,
    }),
  }
}
