import { type Factor, factors } from '../codes/factors.ts'
import { relationshipsToChild } from '../codes/relationships.ts'
import type { Concern } from './concern.ts'
import { childPresences } from './domestic-abuse.ts'

/**
 * A child who saw, heard or lived through abuse of or by a relative is a victim of it, not a witness (F9). 3B is abuse of
 * the parent or carer, so the child is related; with 3C the subject must be.
 * @see Domestic Abuse Act 2021, s.3
 */
export const isChildVictim = ({
  factors: named,
  subject,
  domesticAbuse,
}: Pick<Concern, 'factors' | 'subject' | 'domesticAbuse'>): boolean => {
  if (domesticAbuse === undefined || !childPresences[domesticAbuse.childPresent].livedThroughIt)
    return false
  const isRelated =
    relationshipsToChild[subject.relationshipToChild].isRelative ||
    subject.parentalResponsibility === 'YES'
  const isVictim = { always: true, 'if-related': isRelated, never: false }
  return named.some((factor) => isVictim[factors[factor].childIsVictim])
}

/** The factors as they are recorded: those sent, and 3A where the child is a victim too. */
export const recordedFactors = (concern: Concern): Factor[] =>
  isChildVictim(concern) ? [...new Set<Factor>([...concern.factors, '3A'])] : concern.factors
