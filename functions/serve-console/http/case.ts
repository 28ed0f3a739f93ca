import { caseHeaders } from '../../../shared/http/contracts/parts.ts'
import type { FieldError } from './answer.ts'

/** What whoever looks somebody up says of why: it goes into the log. */
export const caseFields = ['caseReference', 'purpose'] as const
type Typed = Readonly<Record<string, string>>

const { 'hub-case-reference': reference, 'hub-purpose': purpose } = caseHeaders.shape

/** As the API checks it, so that nobody is looked up for want of a reason. */
export const caseWrongWith = (typed: Typed): readonly FieldError[] => [
  ...(reference.safeParse(typed['caseReference']).success
    ? []
    : [{ field: 'caseReference', text: 'case.error.reference' } as const]),
  ...(purpose.safeParse(typed['purpose']).success
    ? []
    : [{ field: 'purpose', text: 'case.error.purpose' } as const]),
]

export const caseHeadersOf = (typed: Typed) => ({
  'Hub-Case-Reference': typed['caseReference'] ?? '',
  'Hub-Purpose': typed['purpose'] ?? '',
})
