import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../../infra/stages/local.ts'
import { type AuditEntry, recorderFor } from '../../../../shared/audit/audit-entry.ts'
import { createTally } from '../../../../shared/audit/watching/day-of-use.ts'
import { findingsFor, foundIn } from '../../../../shared/audit/watching/findings-of.ts'
import { type Known, nothingKnown, toldKey } from '../../../../shared/audit/watching/who-acted.ts'
import { anId } from '../../../builders/a-stored-concern.ts'

/** A Monday. */
const day = '2026-11-23'
const morning = Date.parse(`${day}T10:00:00Z`)
const aMinute = 60_000

let issued = 0
const newId = (): string => {
  issued += 1
  return anId(issued)
}

type Acting = {
  readonly client?: string
  readonly practitioner?: string
  /** The hub acts by itself. */
  readonly isHub?: true
}
type Details = Parameters<ReturnType<typeof recorderFor>>[2]

type About = readonly string[] | ({ readonly subjects: readonly string[] } & Details)
const isList = (about: About): about is readonly string[] => Array.isArray(about)

const at =
  ({ client = 'case-system', ...who }: Acting = { practitioner: 'sw-1' }) =>
  (time: number, action: string, about: About): AuditEntry => {
    const { practitioner, isHub } = who
    const actor = {
      actor: client,
      authority: westmarch,
      ...(isHub !== true && { agency: 'westmarch' }),
      ...(practitioner !== undefined && { practitioner }),
    }
    const record = recorderFor(actor, new Date(time), newId)
    const { subjects, ...details } = isList(about) ? { subjects: about } : about
    const [made] = record('ALERT_READ', subjects, details)
    return { ...made, action: action as AuditEntry['action'] }
  }
const entry = at()

const child = (number: number): string => `${westmarch}.C${number}`
const many = (count: number, make: (number: number) => AuditEntry): AuditEntry[] =>
  Array.from({ length: count }, (_, number) => make(number))

const findingsIn = (entries: readonly AuditEntry[], known: Partial<Known> = {}) => {
  const tally = createTally(({ authority }) => authority ?? 'HOLDING')
  for (const one of entries) tally.add(one)
  return findingsFor(westmarch, foundIn(tally.day(), { ...nothingKnown, ...known }))
}
const rulesIn = (...given: Parameters<typeof findingsIn>): readonly string[] =>
  findingsIn(...given).findings.map(({ rule, count }) => `${rule} ${count}`)

const chronology = (number: number, time: number): AuditEntry =>
  entry(time, 'CHRONOLOGY_READ', [child(number)])
const refusal = (time: number): AuditEntry =>
  entry(time, 'ACCESS_REFUSED', { subjects: ['case-system'], outcome: 'REFUSED' })
const told = (count: number): Known['told'] =>
  new Set(Array.from({ length: count }, (_, number) => toldKey(westmarch, child(number))))

describe('who guesses a hundred ids in six seconds', () => {
  const guesses = (number: number): AuditEntry => {
    const time = morning + number * 60
    return number < 34 ? chronology(number, time) : refusal(time)
  }

  it('is found: by the minute, by what is not there, and by what no alert explains', () => {
    const { findings } = findingsIn(many(100, guesses))
    expect(findings).toMatchObject([
      { number: 1, rule: 'BURST', practitioner: 'sw-1', clients: ['case-system'], count: 100 },
      { number: 2, rule: 'REPEATED_MISSES', count: 66, about: [] },
      { number: 3, rule: 'WITHOUT_ALERT', count: 34 },
    ])
    expect(findings[2]?.about).toHaveLength(10)
  })

  it('is found where each guess is made under another work id', () => {
    const each = many(100, (number) => ({ ...guesses(number), practitioner: `sw-${number}` }))
    const { findings } = findingsIn(each)
    expect(findings.map(({ rule, count }) => [rule, count])).toEqual([
      ['BURST', 100],
      ['REPEATED_MISSES', 66],
    ])
    expect(findings.filter(({ practitioner }) => practitioner !== undefined)).toEqual([])
  })

  it('is found beside somebody of the same system who is found first, and is not counted twice', () => {
    const decoys = many(20, (number) => ({
      ...chronology(number, morning + number * 60),
      practitioner: 'decoy',
    }))
    const missed = many(10, (number) => ({ ...refusal(morning + number), practitioner: 'decoy' }))
    const later = (number: number): number => morning + 5 * aMinute + number * 60
    const each = many(200, (number) => ({
      ...chronology(100 + number, later(number)),
      practitioner: `sw-${number}`,
    }))
    const misses = many(50, (number) => ({
      ...refusal(later(number) + 2 * aMinute),
      practitioner: `sw-${number}`,
    }))
    const { findings } = findingsIn([...decoys, ...missed, ...each, ...misses])
    const found = findings.map((one) => [one.rule, one.practitioner, one.count])
    expect(found.slice(0, 4)).toEqual([
      ['BURST', undefined, 200],
      ['BURST', 'decoy', 30],
      ['REPEATED_MISSES', undefined, 50],
      ['REPEATED_MISSES', 'decoy', 10],
    ])
  })

  it('is not found twice where one person made nearly all of the guesses', () => {
    const others = many(59, (number) => ({
      ...chronology(200 + number, morning + number * 60),
      practitioner: `sw-1${number}`,
    }))
    const bursts = findingsIn([...many(34, guesses), ...others]).findings
    expect(bursts.filter(({ rule }) => rule === 'BURST')).toMatchObject([{ practitioner: 'sw-1' }])
  })

  it('is found where half of the guesses are made by another system', () => {
    const halves = many(20, (number) => ({
      ...chronology(number, morning + number),
      actor: number % 2 === 0 ? 'case-system' : 'other-system',
    }))
    expect(findingsIn(halves).findings[0]).toMatchObject({
      rule: 'BURST',
      count: 20,
      clients: ['case-system', 'other-system'],
    })
  })
})

describe('a duty worker with forty alerts', () => {
  const work = many(40, (number) => {
    const time = morning + number * 3 * aMinute
    return entry(time, 'ALERT_READ', [anId(5000 + number), anId(6000 + number), child(number)])
  })
  const looks = many(40, (number) => chronology(number, morning + number * 3 * aMinute + 1000))
  const actedOn = new Set(work.flatMap(({ subjects }) => subjects.slice(0, 1)))

  it('is not found', () => {
    expect(rulesIn([...work, ...looks], { told: told(40), actedOn })).toEqual([])
  })

  it('is not found where a system fetches all of it within a second, at night', () => {
    const night = Date.parse(`${day}T02:00:00Z`)
    const fetched = many(40, (number) => chronology(number, night + number))
    expect(rulesIn(fetched, { told: told(40) })).toEqual([])
  })

  it('is found where nobody does anything about the alerts', () => {
    expect(rulesIn([...work, ...looks], { told: told(40) })).toEqual(['NOBODY_ACTED 40'])
  })
})

describe('a rule', () => {
  const night = Date.parse(`${day}T20:00:00Z`)
  const alertRead = (number: number, unattended?: 'true'): AuditEntry =>
    entry(morning, 'ALERT_READ', {
      subjects: [anId(5000 + number)],
      codes: unattended ? { unattended } : {},
    })

  it.each<[string, number, (count: number) => AuditEntry[], Partial<Known>?]>([
    ['BURST', 20, (n) => many(n, (one) => entry(morning + one, 'CONCERN_PREVIEWED', ['system']))],
    ['REPEATED_MISSES', 10, (n) => many(n, (one) => refusal(morning + one * 2 * aMinute))],
    [
      'UNUSUAL_VOLUME',
      40,
      (n) => many(n, (one) => entry(morning + one * aMinute, 'ADULT_READ', [child(one)])),
    ],
    ['OUT_OF_HOURS', 3, (n) => many(n, (one) => entry(night, 'CHILD_READ', [child(one)]))],
    ['WITHOUT_ALERT', 8, (n) => many(n, (one) => chronology(one, morning + one * aMinute))],
    ['NOBODY_ACTED', 3, (n) => many(n, (one) => alertRead(one))],
    ['EMERGENCY_ACCESS', 1, (n) => many(n, () => entry(morning, 'EMERGENCY_ACCESS_USED', ['x']))],
    ['RESTRICTION_LIFTED', 1, (n) => many(n, () => entry(morning, 'RESTRICTION_LIFTED', ['x']))],
    [
      'OVER_QUOTA',
      1,
      (n) =>
        many(n, () => entry(morning, 'QUOTA_EXCEEDED', { subjects: ['x'], outcome: 'REFUSED' })),
    ],
  ])('%s holds from %i on', (rule, least, make) => {
    expect(rulesIn(make(least))).toEqual([`${rule} ${least}`])
    expect(rulesIn(make(least - 1))).toEqual([])
  })

  it('counts the same child once, and each minute for itself', () => {
    expect(rulesIn(many(60, (one) => chronology(one % 7, morning + one)))).toEqual([])
    expect(rulesIn(many(21, (one) => chronology(one, morning + one * 3200)))).toEqual([
      'WITHOUT_ALERT 21',
    ])
  })

  it('takes what is usual for a person into account, by day and by night', () => {
    const key = JSON.stringify([westmarch, 'sw-1', null])
    const looks = many(40, (one) => entry(night + one * aMinute, 'ADULT_READ', [child(one)]))
    const usual = (perDay: number, nights: number) => ({
      before: new Map([[key, { perDay, nights }]]),
    })
    expect(rulesIn(looks, usual(13, 3))).toEqual(['UNUSUAL_VOLUME 40'])
    expect(rulesIn(looks, usual(14, 2))).toEqual(['OUT_OF_HOURS 40'])
    expect(rulesIn(looks, usual(14, 3))).toEqual([])
  })

  it('finds nothing in what systems fetch unattended, or what the hub does by itself', () => {
    expect(rulesIn(many(9, (one) => alertRead(one, 'true')))).toEqual([])
    const byHub = at({ client: 'watch-clocks', isHub: true })
    expect(rulesIn(many(99, (one) => byHub(morning, 'CHRONOLOGY_READ', [child(one)])))).toEqual([])
  })

  it('tells of adults recorded elsewhere, by ids of their own register', () => {
    const byHub = at({ client: 'publish-messages', isHub: true })
    const elsewhere = byHub(morning, 'RECORDED_ELSEWHERE_TOLD', [`${westmarch}.A1`])
    expect(findingsIn([elsewhere]).findings).toMatchObject([
      { rule: 'RECORDED_ELSEWHERE', clients: [], count: 1, about: [`${westmarch}.A1`] },
    ])
  })
})

describe('a report', () => {
  it('names no record of another register, and none that was asked for in vain', () => {
    const foreign = many(9, (one) =>
      entry(morning + one * aMinute, 'CHRONOLOGY_READ', [`E99999999.C${one}`]),
    )
    const misses = many(10, (one) => ({
      ...refusal(morning + one * 2 * aMinute),
      askedFor: { kind: 'child' as const, id: child(one) },
    }))
    const { findings } = findingsIn([...foreign, ...misses])
    expect(findings.map(({ rule, about }) => [rule, about.filter((id) => id !== '')])).toEqual([
      ['REPEATED_MISSES', []],
      ['WITHOUT_ALERT', []],
    ])
  })

  it('lists a hundred findings at most, and says how many there were', () => {
    const each = many(150, (one) =>
      at({ practitioner: `sw-${one}` })(morning, 'RESTRICTION_LIFTED', ['x']),
    )
    const { findings, total } = findingsIn(each)
    expect([findings.length, total]).toEqual([100, 150])
  })

  it('keeps a part of what one person does without end, and says so of their organisation alone', () => {
    const tally = createTally(({ authority }) => authority ?? 'HOLDING')
    for (let one = 0; one < 2001; one += 1) {
      tally.add(entry(morning + one, 'CHILD_READ', [child(one)]))
      if (one % 500 === 0) tally.add(chronology(one, morning + one))
    }
    const { uses, cut, isCut, entries } = tally.day()
    expect(uses.map(({ lookUps, otherLookUps }) => [lookUps.length, otherLookUps.length])).toEqual([
      [5, 2000],
    ])
    expect([[...cut], isCut, entries]).toEqual([[westmarch], false, 2006])
  })

  it('tells a thousand people of one system apart, and counts whom else it names as the system', () => {
    const tally = createTally(() => westmarch)
    for (let one = 0; one < 1500; one += 1)
      tally.add({ ...refusal(morning + one), practitioner: `sw-${one}` })
    const { uses, isCut } = tally.day()
    const unnamed = uses.filter(({ practitioner }) => practitioner === undefined)
    expect([uses.length, unnamed.map(({ misses }) => misses.length), isCut]).toEqual([
      1001,
      [500],
      false,
    ])
  })
})
