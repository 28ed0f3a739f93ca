import type { Concern } from '../../concerns/concern.ts'
import type { AlertContent } from './alert-content.ts'

/** The adult of a concern, field by field: one that is new is not told until it stands here. */
export const subjectOf = ({ subject }: Concern): AlertContent['subject'] => ({
  names: subject.names,
  ...(subject.dateOfBirth !== undefined && { dateOfBirth: subject.dateOfBirth }),
  ...(subject.sex !== undefined && { sex: subject.sex }),
  nhsNumbers: subject.nhsNumbers,
  relationshipToChild: subject.relationshipToChild,
  contactLevel: subject.contactLevel,
  parentalResponsibility: subject.parentalResponsibility,
})
