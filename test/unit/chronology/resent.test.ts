import { describe, expect, it } from 'vitest'
import { isResent, resendHours } from '../../../shared/chronology/resent.ts'
import { standing } from '../../../shared/chronology/standing.ts'
import { withoutResent } from '../../../shared/chronology/without-resent.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aConcernId } from '../../builders/a-stored-concern.ts'

const first = {
  agency: 'health',
  statedOn: '2026-11-01',
  stated: 'a person',
  recordedAt: '2026-11-02T10:00:00.000Z',
}
const later = { ...first, recordedAt: '2026-11-03T10:00:00.000Z' }

describe('the same incident told again', () => {
  it.each([
    ['a day later', {}, true],
    ['in the same moment', { recordedAt: first.recordedAt }, true],
    ['after 72 hours to the millisecond', { recordedAt: '2026-11-05T10:00:00.000Z' }, true],
    ['a millisecond after that', { recordedAt: '2026-11-05T10:00:00.001Z' }, false],
    ['a millisecond before the first', { recordedAt: '2026-11-02T09:59:59.999Z' }, false],
    ['by another agency', { agency: 'housing' }, false],
    ['of another day', { statedOn: '2026-11-02' }, false],
    ['of no stated day', { statedOn: undefined }, false],
    ['about somebody else, as stated', { stated: 'another person' }, false],
  ])('%s: %s', (...[, change, expected]) => {
    expect(isResent(first, { ...later, ...change })).toBe(expected)
  })

  it('is none of two that state no day', () => {
    expect(isResent({ ...first, statedOn: undefined }, { ...later, statedOn: undefined })).toBe(
      false,
    )
  })

  it('can be told for three days', () => {
    expect(resendHours).toBe(72)
  })
})

const sent = (number: number, recordedAt: string, change = {}) =>
  aNotification({ concernId: aConcernId(number), recordedAt, statedOn: '2026-11-01', ...change })

describe('notifications that count once', () => {
  it('are the first of each run of repetitions, and one that comes after 72 hours of it', () => {
    const one = sent(1, '2026-11-02T10:00:00.000Z')
    const two = sent(2, '2026-11-04T10:00:00.000Z')
    const three = sent(3, '2026-11-06T10:00:00.000Z')
    expect(withoutResent([one, two, three])).toEqual([one, three])
  })

  it('are all where nothing is told again', () => {
    const one = sent(1, '2026-11-02T10:00:00.000Z')
    const two = sent(2, '2026-11-02T11:00:00.000Z', { agency: 'housing' })
    expect(withoutResent([one, two])).toEqual([one, two])
    expect(withoutResent([])).toEqual([])
  })
})

describe('notifications that stand', () => {
  const one = sent(1, '2026-11-02T10:00:00.000Z')
  const two = sent(2, '2026-11-02T10:00:00.001Z')

  it('are in the order in which the hub was told', () => {
    expect(standing([two, one])).toEqual([one, two])
  })

  it('are each once, though siblings remember the same', () => {
    expect(standing([one, two, { ...one }])).toEqual([one, two])
  })

  it('are none that a correction which counts takes back', () => {
    const right = sent(3, '2026-11-03T10:00:00.000Z', { corrects: one.concernId, counts: true })
    expect(standing([one, two, right])).toEqual([two, right])
  })

  it('are lowered by no correction that nobody was told of (§9.5)', () => {
    const unread = sent(3, '2026-11-03T10:00:00.000Z', { corrects: one.concernId, counts: false })
    expect(standing([one, two, unread])).toEqual([one, two, unread])
  })
})
