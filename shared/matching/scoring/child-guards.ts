import type { ChildFindings, Findings } from '../comparisons/comparisons.ts'
import { type Agreement, agreementOf } from './child-agreement.ts'
import type { Guard } from './guard.ts'

const sharesFamily = ({ where, sameFamily }: Agreement): boolean => where === 'home' || sameFamily

const isForenameShared = ({ forename }: Agreement): boolean =>
  forename === 'same' || forename === 'same-with-date'

/** The forename with the whole date, or the forename itself where the home or an adult of the child agrees. */
const isItself = (found: Agreement): boolean => {
  if (found.forename === 'same') return found.wholeDate || sharesFamily(found)
  return found.forename === 'same-with-date' && found.wholeDate
}

const isUnborn = ({ samePregnancy, forename }: Agreement): boolean =>
  samePregnancy && forename === 'missing'

const rules: readonly (readonly [Guard, (found: Agreement) => boolean])[] = [
  [
    'forename-differs',
    (found) => !found.sameNumber && !isForenameShared(found) && !isUnborn(found),
  ],
  ['name-alone', (found) => !found.sameNumber && isForenameShared(found) && !isItself(found)],
  ['date-of-birth-differs', ({ sameNumber, dateDenied }) => !sameNumber && dateDenied],
  ['nhs-number-differs', ({ otherNumber }) => otherNumber],
  [
    'nhs-number-alone',
    (found) =>
      found.sameNumber &&
      !isForenameShared(found) &&
      !found.wholeDate &&
      !(found.forename === 'missing' && (found.familyName || sharesFamily(found))),
  ],
  [
    'one-name-only',
    (found) =>
      !found.sameNumber &&
      !isUnborn(found) &&
      (found.forename === 'missing' || found.familyName === undefined) &&
      !sharesFamily(found),
  ],
  [
    'possible-twin',
    ({ sameNumber, forename, otherNames, wholeDate }) =>
      !sameNumber && wholeDate && (forename === 'different' || otherNames === 'different'),
  ],
  [
    'lives-elsewhere',
    ({ sameNumber, where, sameFamily }) => !sameNumber && where === 'elsewhere' && !sameFamily,
  ],
]

/**
 * The guards between two children. A brother or sister shares the family name, the home, the adults and, as a twin, the
 * date of birth, so a child is confirmed only by something of its own.
 */
export const childGuardsOf = (findings: Findings & ChildFindings): readonly Guard[] => {
  const found = agreementOf(findings)
  return rules.filter(([, applies]) => applies(found)).map(([guard]) => guard)
}
