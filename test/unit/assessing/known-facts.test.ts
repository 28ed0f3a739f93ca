import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import type { Found } from '../../../shared/assessing/facts-of.ts'
import { openStatusNames } from '../../../shared/codes/open-statuses.ts'
import { adultIdSchema, childIdSchema } from '../../../shared/kernel/ids.ts'
import { anAdult } from '../../builders/a-child.ts'
import { aRegisteredChild, aRegisteredFamily } from '../../builders/a-registered-family.ts'
import { aStoredConcern } from '../../builders/a-stored-concern.ts'
import { aJoinedChild } from '../../builders/an-assessment.ts'
import { factsFound, joinedTo, outcomeOf } from './facts-found.ts'

type Sent = Parameters<typeof factsFound>[0]
type Recorded = Parameters<typeof aRegisteredChild>[0]
const odo = childIdSchema.parse(`${westmarch}.C1`)
const ivo = childIdSchema.parse(`${westmarch}.C2`)
const mother = adultIdSchema.parse(`${westmarch}.A1001`)

describe('the open status', () => {
  it.each(openStatusNames)('is the gravest of the joined children: %s', (gravest) => {
    const graver = openStatusNames.slice(openStatusNames.indexOf(gravest))
    const joined = graver.toReversed().map((openStatus) => aJoinedChild({ openStatus }))
    expect(factsFound({}, { joined }).openStatus).toBe(gravest)
  })

  it('is none where no joined child has any, or nobody is joined', () => {
    expect(factsFound({}, { joined: [aJoinedChild()] }).openStatus).toBeNull()
    expect(factsFound().openStatus).toBeNull()
  })
})

describe('the age of the youngest', () => {
  const born = (...dates: string[]): Sent => ({
    children: dates.map((dateOfBirth) => ({ dateOfBirth })),
  })
  const { subject } = aStoredConcern().concern
  const pregnancy = { expectedDateOfDelivery: '2027-01-01' }

  it.each<[string, Sent, number | null]>([
    ['unknown without children', { children: [], whyChildrenUnknown: 'Not said.' }, null],
    ['unknown without a birth date', { children: [{}] }, null],
    ['unknown for a birth to come', born('2027-01-01'), null],
    ['-1 for an unborn child', { children: [{ expectedDateOfDelivery: '2027-01-01' }] }, -1],
    ['-1 for a pregnancy of the subject', { subject: { ...subject, pregnancy } }, -1],
    ['-1 where an unborn child is ticked and no more said', { flags: ['UNBORN'] }, -1],
    ['-1 beside a child who is born', { children: [{ dateOfBirth: '2026-11-01' }, pregnancy] }, -1],
    ['nought for one born today', born('2026-11-23'), 0],
    ['that of the youngest', born('2019-02-03', '2024-11-24'), 23],
    ['24 on the second birthday', born('2024-11-23'), 24],
    ['that of the youngest, though another is adolescent', born('2024-11-24', '2015-01-01'), 23],
    ['that of a year only, from its first day', born('2016'), 130],
    ['that of an age told in years', { children: [{ ageYears: 4 }] }, 48],
    ['nought for an age of no year', { children: [{ ageYears: 0 }] }, 0],
  ])('is %s', (_, sent, months) => {
    expect(factsFound(sent).youngestMonths).toBe(months)
  })

  it('takes in joined children whom the sender did not name', () => {
    const joined = [aJoinedChild({ ageMonths: 7 })]
    expect(factsFound(born('2019-02-03'), { joined }).youngestMonths).toBe(7)
    const { ageMonths: _, ...unborn } = aJoinedChild({ isUnborn: true })
    expect(factsFound(born('2019-02-03'), { joined: [unborn] }).youngestMonths).toBe(-1)
  })
})

describe('a child of ten to fifteen', () => {
  it.each([
    ['on the eve of the tenth birthday', '2016-11-24', false],
    ['on the tenth birthday', '2016-11-23', true],
    ['on the eve of the sixteenth', '2010-11-24', true],
    ['on the sixteenth birthday', '2010-11-23', false],
  ])('is one %s: %s', (...[, dateOfBirth, expected]) => {
    expect(factsFound({ children: [{ dateOfBirth }] }).anyAdolescent).toBe(expected)
  })

  it('is seen beside a younger one, told in years, or joined alone', () => {
    const two = [{ dateOfBirth: '2024-11-24' }, { dateOfBirth: '2015-01-01' }]
    expect(factsFound({ children: two }).anyAdolescent).toBe(true)
    expect(factsFound({ children: [{ ageYears: 15 }] }).anyAdolescent).toBe(true)
    expect(factsFound({ children: [{ ageYears: 16 }] }).anyAdolescent).toBe(false)
    const joined = [aJoinedChild({ ageMonths: 191 })]
    expect(factsFound({}, { joined }).anyAdolescent).toBe(true)
  })
})

describe('a family closed to social care (F14)', () => {
  it.each([
    ['NO_FURTHER_ACTION', '2026-11-01T10:00:00.000Z', true],
    ['ADVICE_GIVEN', '2025-11-24T10:00:00.000Z', true],
    ['NO_FURTHER_ACTION', '2025-11-23T10:00:00.000Z', false],
    ['SECTION_47', '2026-11-01T10:00:00.000Z', false],
  ] as const)('by %s on %s is watched: %s', (outcome, recordedAt, expected) => {
    const found = { joined: [aJoinedChild()], entries: outcomeOf(odo, outcome, recordedAt) }
    expect(factsFound({}, found).underWatch).toBe(expected)
  })

  it.each([
    [{ code: 'CLOSED', from: '2026-11-01' }, true],
    [{ code: 'CLOSED', from: '2025-11-24' }, true],
    [{ code: 'CLOSED', from: '2025-11-23' }, false],
    [{ code: 'CLOSED', from: '2026-12-24' }, false],
    [{ code: 'IN_NEED', from: '2025-01-01', to: '2026-06-01' }, true],
    [{ code: 'IN_NEED', from: '2025-01-01', to: '2026-12-31' }, false],
    [{ code: 'IN_NEED', from: '2024-01-01', to: '2025-06-01' }, false],
    [{ code: 'IN_NEED', from: '2026-11-01' }, false],
  ] as const)('in the register as %j is watched: %s', (status, expected) => {
    expect(factsFound({}, joinedTo(aRegisteredChild({ status }))).underWatch).toBe(expected)
  })

  const agreement = { id: 'W', endsOn: '2026-11-10', what: 'No drink.', whatFollows: 'A visit.' }
  it.each([
    ['runs', { agreedOn: '2026-11-01', endsOn: '2026-12-01' }, true],
    ['has passed its end undecided', { agreedOn: '2026-11-01' }, true],
    ['begins later', { agreedOn: '2026-11-24', endsOn: '2026-12-01' }, false],
    ['was kept', { agreedOn: '2026-11-01', state: 'KEPT', decidedOn: '2026-11-10' }, false],
    ['was broken', { agreedOn: '2026-11-01', state: 'BROKEN', decidedOn: '2026-11-10' }, false],
  ] as const)(
    'under a written agreement that %s is watched: %j %s (F19)',
    (_, change, expected) => {
      const child = aRegisteredChild({ writtenAgreements: [{ ...agreement, ...change }] })
      expect(factsFound({}, joinedTo(child)).underWatch).toBe(expected)
    },
  )

  it('is not watched for another child, who is not joined', () => {
    const closed = aRegisteredChild({ status: { code: 'CLOSED', from: '2026-11-01' } }, 'C2')
    const found: Partial<Found> = {
      joined: [aJoinedChild()],
      around: { adults: [], children: [closed] },
      entries: outcomeOf(ivo, 'NO_FURTHER_ACTION', '2026-11-01T10:00:00.000Z'),
    }
    expect(factsFound({}, found).underWatch).toBe(false)
  })
})

describe('a previous removal (§1.3)', () => {
  const familyOf = (status: Recorded) => aRegisteredFamily(status)
  const confirmed: Found['confirmed'] = {
    adults: [{ ref: 'subject', adultId: mother }],
    children: [],
  }
  const known = (change: Recorded) => {
    const { child, adults } = familyOf(change)
    const around = { adults: adults.map((one) => ({ ...one, previousRemoval: false })) }
    return factsFound({}, { confirmed, around: { ...around, children: [child] } }).knownRemoval
  }

  it.each<[string, Recorded, boolean]>([
    ['is looked after', { status: { code: 'LOOKED_AFTER' } }, true],
    [
      'was looked after before',
      {
        status: { code: 'CLOSED', from: '2020-01-01' },
        earlierStatuses: [{ code: 'LOOKED_AFTER' }],
      },
      true,
    ],
    ['has short breaks', { status: { code: 'LOOKED_AFTER', isShortBreaks: true } }, false],
    [
      'is adopted',
      { status: { code: 'ADOPTED' }, adults: [anAdult({ livesWithChild: 'NO' })] },
      true,
    ],
    ['is under special guardianship', { status: { code: 'SPECIAL_GUARDIANSHIP' } }, true],
    ['was placed by an order', { status: { code: 'IN_NEED', isPlacedByOrder: true } }, true],
    ['has a plan', { status: { code: 'PROTECTION_PLAN' } }, false],
  ])('is known of an adult whose child %s: %s', (_, change, expected) => {
    expect(known(change)).toBe(expected)
  })

  it('stands where it is stated, of any adult of a joined child', () => {
    const { child, adults } = familyOf({ adults: [anAdult({ previousRemoval: true })] })
    const around = { adults, children: [child] }
    expect(factsFound({}, { joined: [aJoinedChild()], around }).knownRemoval).toBe(true)
    expect(factsFound({}, { around }).knownRemoval).toBe(false)
  })

  it('is not taken from the carers of an adopted child who is named', () => {
    const { child, adults } = familyOf({ adults: [anAdult({ previousRemoval: true })] })
    const found = {
      joined: [aJoinedChild({ isAdopted: true })],
      around: { adults, children: [child] },
    }
    expect(factsFound({}, found).knownRemoval).toBe(false)
  })
})
