import { describe, expect, it } from 'vitest'
import { anAgreement } from '../../../local/seed/agreements.ts'
import { assessMatch, joinedBy } from '../../../shared/assessing/assess.ts'
import type { Known, Past } from '../../../shared/assessing/gathered.ts'
import type { Notification } from '../../../shared/chronology/notification.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import {
  type AdultId,
  adultIdSchema,
  type ChildId,
  childIdSchema,
} from '../../../shared/kernel/ids.ts'
import type { StoredAdult, StoredChild } from '../../../shared/register/stored.ts'
import { anAdult } from '../../builders/a-child.ts'
import { anEntry } from '../../builders/a-chronology-entry.ts'
import { aRegisteredChild } from '../../builders/a-registered-family.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAssessment } from '../../builders/an-assessment.ts'
import { noPast } from '../../builders/no-past.ts'
import { now } from '../../builders/ports.ts'

const adultIdOf = (id: string): AdultId => adultIdSchema.parse(`E06000991.${id}`)
const childIdOf = (id: string): ChildId => childIdSchema.parse(`E06000991.${id}`)
const [mother, father] = [adultIdOf('A1001'), adultIdOf('A2')]
const [odo, ivo, una] = [childIdOf('C1'), childIdOf('C2'), childIdOf('C3')]

const childOf = (childId: ChildId, adultId: AdultId, dateOfBirth = '2019-02-03'): StoredChild =>
  aRegisteredChild({ dateOfBirth, adults: [anAdult({ id: adultId.slice(10) })] }, childId.slice(10))
const adultOf = (
  adultId: AdultId,
  children: Readonly<Record<ChildId, 'MOTHER' | 'FATHER' | 'CARER'>>,
  previousRemoval = false,
): StoredAdult => {
  const { relationship: _, parentalResponsibility, livesWithChild, id, ...person } = anAdult()
  return {
    adultId,
    version: 1,
    person: { ...person, nhsNumbers: [], phones: [], emails: [] } as StoredAdult['person'],
    previousRemoval,
    restricted: { address: false },
    corrections: [],
    children: Object.entries(children).map(([childId, relationship]) => ({
      childId: childIdSchema.parse(childId),
      relationship,
      hidesAddress: false,
    })),
    keys: [],
  }
}
const told = (number: number, change: Partial<Notification> = {}): Notification => ({
  concernId: aConcernId(number),
  eventOn: '2026-11-01',
  recordedAt: '2026-11-01T10:00:00.000Z',
  agency: 'harbour',
  agencyName: 'Harbour',
  adultIds: [mother],
  factors: ['2B'],
  harm: 'H1',
  ...change,
})
const contributionOf = (number: number, domain: string) => ({
  concernId: aConcernId(number),
  eventOn: '2026-11-01',
  agencyName: 'Harbour',
  domains: [domain],
})
const head = (childId: ChildId, ...notifications: Notification[]) => ({
  childId,
  version: 3,
  notifications,
})

const children = [childOf(odo, mother), childOf(ivo, mother, '2021-02-03'), childOf(una, father)]
const chronologies = [head(odo), head(ivo, told(1)), head(una, told(5, { factors: ['4B'] }))]
const known: Known = {
  adults: [
    adultOf(mother, { [odo]: 'MOTHER', [ivo]: 'CARER' }),
    adultOf(father, { [una]: 'FATHER' }),
  ],
  children,
  chronologies,
  agreements: [anAgreement('turning-tide', 'E06000991', now)],
}
const { match } = anAssessment()
const assess = (
  { stored = aStoredConcern(), ...around }: { stored?: StoredConcern; known?: Known; past?: Past },
  confirmed: readonly string[] = [mother],
) =>
  assessMatch(
    stored,
    { match: { ...match, confirmed: [...confirmed] }, known, past: noPast, ...around },
    { number: 2, cause: 'household-changed', now, newId: () => anId(7) },
  )

describe('a confirmed match', () => {
  it('joins the children of the adults confirmed and what is remembered of those, nobody else’s', () => {
    expect(joinedBy({ confirmed: [mother] }, known)).toEqual({
      subjects: [mother],
      adults: known.adults.slice(0, 1),
      links: known.adults[0]?.children,
      children: children.slice(0, 2),
      chronologies: chronologies.slice(0, 2),
    })
  })

  it('joins nobody where nobody is confirmed', () => {
    const nothing = { subjects: [], adults: [], links: [], children: [], chronologies: [] }
    expect(joinedBy({ confirmed: [] }, known)).toEqual(nothing)
  })
})

describe('the plan of an assessment', () => {
  const sibling = {
    child: childOf(una, father),
    chronology: head(una, told(5, { factors: ['4B'] })),
  }
  const past: Past = {
    others: [father],
    siblings: [sibling],
    earlier: [{ childId: odo, entry: anEntry({ entryId: anId(6) }) }],
    corrects: aConcernId(6),
  }
  const { adults, agreements } = known
  const hers = {
    adults: adults.slice(0, 1),
    children: children.slice(0, 2),
    chronologies: [head(odo), head(ivo, told(4, { factors: ['3B'] }))],
    agreements,
  }
  const planned = () => assess({ known: hers, past })

  it('is, whole, its assessment', () => {
    const { assessment } = planned()
    const { facts, decision } = assessment
    expect(assessment).toStrictEqual({
      concernId: aConcernId(),
      number: 2,
      cause: 'household-changed',
      assessedAt: '2026-11-23T10:00:00.000Z',
      match,
      facts,
      decision,
      matched: [
        { childId: odo, authority: 'E06000991', relationship: 'MOTHER', ageMonths: 93 },
        { childId: ivo, authority: 'E06000991', relationship: 'CARER', ageMonths: 69 },
      ],
      contributing: [contributionOf(4, 'domestic-abuse'), contributionOf(5, 'mental-health')],
      agreements: [{ authority: 'E06000991', standing: 'in-force' }],
      corrects: aConcernId(6),
      alertIds: [anId(7)],
    })
    expect(facts).toMatchObject({
      match: 'CONFIRMED',
      flags: [],
      childAgeMonths: 69,
      accumulationFires: true,
      threeInThree: true,
      agreementInForce: true,
    })
    expect(decision).toMatchObject({ decision: 'SHARE', harmAfter: 'H3' })
  })

  it('tells the authority of both children, of what contributed, and of what came before', () => {
    const plan = planned()
    expect(plan.alerts.map(({ content }) => content)).toMatchObject([
      {
        children: [{ childId: odo }, { childId: ivo }],
        accumulation: { contributing: plan.assessment.contributing },
        earlier: [{ entryId: anId(6) }],
        banners: ['CORRECTION'],
      },
    ])
  })

  it('remembers the concern under each child, and holds the heads that it only read', () => {
    const current = {
      concernId: aConcernId(),
      eventOn: '2026-11-23',
      recordedAt: '2026-11-23T10:00:00.000Z',
      agency: 'turning-tide',
      agencyName: 'Turning Tide',
      adultIds: [mother],
      factors: ['2B'],
      harm: 'H2',
      corrects: aConcernId(6),
    }
    const plan = planned()
    expect(plan.chronologies).toEqual([
      { childId: odo, version: 4, notifications: [current] },
      { childId: ivo, version: 4, notifications: [told(4, { factors: ['3B'] }), current] },
    ])
    expect(plan.unchanged).toEqual([sibling.chronology])
    expect(plan.merged).toEqual([])
  })

  it('does not count what is remembered of a sibling who lives with nobody of the home', () => {
    const { assessment } = assess({ known: hers, past: { ...past, others: [] } })
    expect(assessment.contributing).toEqual([contributionOf(4, 'domestic-abuse')])
  })

  it('counts of an adopted child’s past only what its own home has to do with', () => {
    const stranger = [adultIdOf('A9')]
    const adopted = {
      ...childOf(ivo, mother),
      child: { ...childOf(ivo, mother).child, status: { code: 'ADOPTED' as const } },
    }
    const heads = [
      head(ivo, told(5, { factors: ['4B'], adultIds: stranger })),
      head(odo, told(4, { factors: ['3B'], adultIds: stranger })),
    ]
    const family = { ...hers, children: [childOf(odo, mother), adopted], chronologies: heads }
    const { contributing } = assess({ known: family }).assessment
    expect(contributing).toEqual([contributionOf(4, 'domestic-abuse')])
  })

  it('writes no head in which the concern stands already', () => {
    const heads = [head(odo), head(ivo, told(1))]
    const { chronologies: written } = assess({ known: { ...hers, chronologies: heads } })
    expect(written.map(({ childId }) => childId)).toEqual([odo])
  })

  it('has no correction where there was none', () => {
    expect(assess({}).assessment).not.toHaveProperty('corrects')
  })

  it.each([
    [[false, false], []],
    [[true, false], ['PREVIOUS_REMOVAL']],
    [[false, true], ['PREVIOUS_REMOVAL']],
  ] as const)('knows of a removal from either adult: %j', ([ofHer, ofHim], flags) => {
    const both = [adultOf(mother, { [odo]: 'MOTHER' }, ofHer), adultOf(father, {}, ofHim)]
    const { facts } = assess({ known: { ...known, adults: both } }, [mother, father]).assessment
    expect(facts.flags).toEqual(flags)
  })
})
