import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import type { Holder } from '../../../shared/agencies/holder.ts'
import { nameAndDateGuard, withElsewhereAsked } from '../../../shared/assessing/elsewhere-asked.ts'
import type { PersonMatch } from '../../../shared/assessing/person-match.ts'
import { aRegisteredFamily } from '../../builders/a-registered-family.ts'
import { aCandidate, aMatch } from '../../builders/an-assessment.ts'

const mother = `${westmarch}.A1001`
const line = (comparison: string, bits: number) => ({ comparison, level: 'some', bits })
const nameAndDate = [line('family-name', 9), line('date-of-birth', 12), line('address', -2)]
const known = (explanation = nameAndDate): PersonMatch => ({
  person: 'subject',
  kind: 'adult',
  match: aMatch('CONFIRMED', {
    confirmed: [mother],
    candidates: [aCandidate(mother, { explanation })],
  }),
})
const child = (id: string): PersonMatch => ({
  person: 'children/0',
  kind: 'child',
  match: aMatch('POSSIBLE', { candidates: [aCandidate(id)] }),
})
const bandOf = (matches: readonly PersonMatch[], holder: Holder = northmoor) =>
  withElsewhereAsked(matches, holder, aRegisteredFamily())[0]?.match

describe('an adult whom name and date alone make known to another authority (P16)', () => {
  it('is a maybe, and that authority is asked first', () => {
    expect(bandOf([known()])).toMatchObject({
      band: 'POSSIBLE',
      confirmed: [],
      candidates: [{ guards: [nameAndDateGuard] }],
    })
  })

  it.each(['address', 'phone', 'children'])('is known where more agrees: %s', (comparison) => {
    expect(bandOf([known([...nameAndDate, line(comparison, 3)])])?.band).toBe('CONFIRMED')
  })

  it('is known where one of the children named may be theirs, and not for another', () => {
    expect(bandOf([known(), child(`${westmarch}.C1`)])?.band).toBe('CONFIRMED')
    expect(bandOf([known(), child(`${westmarch}.C9`)])?.band).toBe('POSSIBLE')
  })

  it.each([westmarch, 'HOLDING'] as const)(
    'is known where that one answers, or none does: %s',
    (holder) => {
      expect(bandOf([known()], holder)?.band).toBe('CONFIRMED')
    },
  )
})
