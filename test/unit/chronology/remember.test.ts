import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import {
  type Chronology,
  chronologySchema,
  notificationOf,
} from '../../../shared/chronology/notification.ts'
import { remember } from '../../../shared/chronology/remember.ts'
import { childIdSchema } from '../../../shared/kernel/ids.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aConcernId, aStoredConcern } from '../../builders/a-stored-concern.ts'

const now = new Date('2026-11-23T10:00:00.000Z')
const head = (notifications: Chronology['notifications']): Chronology => ({
  childId: childIdSchema.parse(`${westmarch}.C1`),
  version: 3,
  notifications,
})
/** Told so many minutes before now. */
const told = (number: number, minutes: number, change = {}) =>
  aNotification({
    concernId: aConcernId(number),
    recordedAt: new Date(now.getTime() - minutes * 60_000).toISOString(),
    agency: `agency-${number}`,
    factors: ['20'],
    ...change,
  })

describe('the head of a chronology', () => {
  it('takes a concern in, a version on', () => {
    const [one, two] = [told(1, 60), told(2, 0)]
    expect(remember(head([one]), two, now)).toEqual({ ...head([one, two]), version: 4 })
  })

  it('is kept as it is, and is read back only whole', () => {
    const kept = head([
      told(1, 60, { statedOn: '2026-11-01', corrects: aConcernId(5) }),
      told(2, 0),
    ])
    expect(chronologySchema.parse(kept)).toEqual(kept)
    expect(chronologySchema.parse({ ...kept, version: 0 })).toEqual({ ...kept, version: 0 })
    expect(chronologySchema.safeParse({ ...kept, version: -1 }).success).toBe(false)
    expect(chronologySchema.safeParse({ ...kept, note: 'x' }).success).toBe(false)
  })

  it('takes it in once', () => {
    const one = told(1, 60)
    expect(remember(head([one]), one, now)).toBeUndefined()
  })

  it('takes it in anew where it now stands otherwise, a version on', () => {
    const one = told(1, 60)
    const shared = { ...one, counts: true }
    expect(remember(head([one, told(2, 30)]), shared, now)).toEqual({
      ...head([told(2, 30), shared]),
      version: 4,
    })
  })

  it('keeps twenty-four months, as long as a concern protects its household, to the minute', () => {
    const years = 2 * 365 * 24 * 60
    const [older, kept, fresh] = [told(1, years + 1), told(2, years), told(3, 0)]
    expect(remember(head([older, kept]), fresh, now)?.notifications).toEqual([kept, fresh])
  })

  it('keeps all of two hundred, one that another corrects too', () => {
    const many = Array.from({ length: 199 }, (_, at) => told(at + 1, 500 - at))
    const right = told(200, 0, { corrects: aConcernId(7) })
    expect(remember(head(many), right, now)?.notifications).toEqual([...many, right])
  })

  const many = Array.from({ length: 200 }, (_, at) => told(at + 3, 500 - at))
  const fresh = told(203, 0)
  const drugs = (number: number, minutes: number, change = {}) =>
    told(number, minutes, { agency: 'drugs', factors: ['2B'], ...change })

  it('keeps of more the newest, and of each agency the newest of each domain', () => {
    const [one, two] = [drugs(1, 900), told(2, 800, { agency: 'health', factors: ['2B'] })]
    const kept = remember(head([one, two, ...many]), fresh, now)?.notifications
    expect(kept).toEqual([one, two, ...many.slice(1), fresh])
  })

  it('drops what the same agency told in between, on one day', () => {
    const told3 = [drugs(204, 900), drugs(205, 850), drugs(206, 800)]
    const kept = remember(head([...told3, ...many]), fresh, now)?.notifications
    expect(kept).toEqual([told3[0], told3[2], ...many.slice(1), fresh])
  })

  it('is flooded by nothing of no harm', () => {
    const two = [drugs(1, 900), drugs(2, 600, { factors: ['4B'] })]
    const junk = many.map((one) => ({ ...one, agency: 'drugs', harm: 'H0' as const }))
    const kept = remember(head([...two, ...junk]), fresh, now)?.notifications
    expect(kept).toEqual([...two, fresh])
  })

  it('keeps what corrects another that it keeps', () => {
    const wrong = told(1, 900, { protects: true, factors: ['2B'] })
    const right = told(2, 800, { corrects: wrong.concernId, counts: true, harm: 'H0' })
    const kept = remember(head([wrong, right, ...many]), fresh, now)?.notifications
    expect(kept).toEqual([wrong, right, ...many.slice(1), fresh])
  })

  it('keeps of more whatever protects the household', () => {
    const protecting = told(1, 900, { protects: true })
    const kept = remember(head([protecting, ...many]), fresh, now)?.notifications
    expect(kept).toEqual([protecting, ...many.slice(1), fresh])
  })

  it('keeps of more none that another corrects', () => {
    const wrong = told(1, 900, { factors: ['2B'] })
    const right = told(203, 0, { corrects: wrong.concernId, counts: true })
    expect(remember(head([wrong, ...many]), right, now)?.notifications).toEqual([
      ...many.slice(1),
      right,
    ])
  })
})

describe('a concern as it is remembered', () => {
  const telling = { harm: 'H1' as const, stated: 'a person', counts: false }

  it('is, whole, codes and dates', () => {
    const stored = aStoredConcern({}, { incidentOn: '2026-11-20', harm: 'H1' })
    expect(notificationOf(stored, { ...telling, corrects: aConcernId(5) })).toStrictEqual({
      concernId: aConcernId(),
      eventOn: '2026-11-20',
      statedOn: '2026-11-20',
      recordedAt: '2026-11-23T10:00:00.000Z',
      agency: 'turning-tide',
      agencyName: 'Turning Tide',
      stated: 'a person',
      factors: ['2B'],
      harm: 'H1',
      protects: false,
      isHighRisk: false,
      corrects: aConcernId(5),
      counts: false,
    })
  })

  it('has no stated day and corrects nothing where nothing was said', () => {
    const remembered = notificationOf(aStoredConcern(), telling)
    expect(remembered.eventOn).toBe('2026-11-23')
    expect(remembered).not.toHaveProperty('statedOn')
    expect(remembered).not.toHaveProperty('corrects')
  })

  it('takes in 3A where a child lived through the abuse, and protects', () => {
    const domesticAbuse = { childPresent: 'SAW', maracReferred: true } as const
    const stored = aStoredConcern({}, { factors: ['3B'], domesticAbuse })
    expect(notificationOf(stored, telling)).toMatchObject({
      factors: ['3B', '3A'],
      protects: true,
      isHighRisk: true,
    })
  })
})
