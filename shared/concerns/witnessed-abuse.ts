import type { Factor } from '../codes/factors.ts'
import type { Concern } from './concern.ts'

/** Relatives of a child in the meaning of the Act: by blood, marriage or a home shared as if married. */
const relatives: ReadonlySet<Concern['subject']['relationshipToChild']> = new Set([
  'MOTHER',
  'FATHER',
  'STEP_PARENT',
  'PARTNER_OF_PARENT',
  'GRANDPARENT',
  'OTHER_RELATIVE',
])
const present: ReadonlySet<string> = new Set(['SAW', 'HEARD', 'PRESENT'])

/**
 * A child who saw, heard or lived through abuse of or by a relative is a victim of it, not a witness (F9). 3B is abuse of
 * the parent or carer, so the child is related; with 3C the subject must be.
 * @see Domestic Abuse Act 2021, s.3
 */
export const isChildVictim = ({
  factors,
  subject,
  domesticAbuse,
}: Pick<Concern, 'factors' | 'subject' | 'domesticAbuse'>): boolean => {
  if (domesticAbuse === undefined || !present.has(domesticAbuse.childPresent)) return false
  const isRelated =
    relatives.has(subject.relationshipToChild) || subject.parentalResponsibility === 'YES'
  return factors.includes('3B') || (factors.includes('3C') && isRelated)
}

/** The factors as they are recorded: those sent, and 3A where the child is a victim too. */
export const recordedFactors = (concern: Concern): Factor[] =>
  isChildVictim(concern) ? [...new Set<Factor>([...concern.factors, '3A'])] : concern.factors
