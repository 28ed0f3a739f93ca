import type { ChildFindings, Findings } from '../comparisons/comparisons.ts'
import { type Agreement, agreementOf } from './child-agreement.ts'
import type { Guard } from './guard.ts'

const sharesFamily = ({ where, sameFamily }: Agreement): boolean => where === 'home' || sameFamily

const isOwn = ({ ownName }: Agreement): boolean => ownName === 'itself' || ownName === 'other-form'

/** The child's own name with the whole date, or the name itself where the home or an adult of the child agrees. */
const isItself = (found: Agreement): boolean => {
  if (!isOwn(found)) return false
  return found.wholeDate || (found.ownName === 'itself' && !found.otherParent && sharesFamily(found))
}

const isUnborn = ({ samePregnancy, ownName }: Agreement): boolean =>
  samePregnancy && ownName === undefined

const isElsewhere = ({ where, otherParent }: Agreement): boolean =>
  where === 'elsewhere' || (otherParent && where !== 'home')

/** Each of a child who is not told by a number. */
const unnumbered: readonly (readonly [Guard, (found: Agreement) => boolean])[] = [
  ['forename-differs', (found) => !isOwn(found) && !isUnborn(found)],
  ['name-alone', (found) => isOwn(found) && !isItself(found)],
  ['date-of-birth-differs', ({ dateDenied }) => dateDenied],
  [
    'one-name-only',
    (found) =>
      !isUnborn(found) &&
      (found.ownName === undefined || found.familyName === undefined) &&
      !sharesFamily(found),
  ],
  ['possible-twin', (found) => found.wholeDate && found.ownName !== undefined && !isOwn(found)],
  ['lives-elsewhere', (found) => isElsewhere(found) && !found.sameFamily],
]

/** A number that agrees with nothing else of the child, or with no name where the family denies it, may be another's. */
const isNumberAlone = (found: Agreement): boolean => {
  if (isOwn(found) || found.wholeDate) return false
  return found.ownName !== undefined || !(found.familyName || sharesFamily(found))
}

/**
 * The guards between two children. A brother or sister shares the family name, the home, the adults and, as a twin, the
 * date of birth, so a child is confirmed only by something of its own.
 */
export const childGuardsOf = (findings: Findings & ChildFindings): readonly Guard[] => {
  const found = agreementOf(findings)
  if (found.otherNumber) return ['nhs-number-differs']
  if (found.sameNumber) return isNumberAlone(found) ? ['nhs-number-alone'] : []
  return unnumbered.filter(([, applies]) => applies(found)).map(([guard]) => guard)
}
