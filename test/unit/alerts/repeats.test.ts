import { describe, expect, it } from 'vitest'
import { countedAlertOf } from '../../../shared/alerts/counted-alert.ts'
import { type RaisedAlert, repeatsAmong } from '../../../shared/alerts/repeats.ts'
import { childIdSchema, concernIdSchema } from '../../../shared/kernel/ids.ts'
import { anId } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'

const fern = childIdSchema.parse('E08000021.C-1')
const rowan = childIdSchema.parse('E08000021.C-2')

let concerns = 0
const raised = (raisedAt: string, change: Partial<RaisedAlert> = {}): RaisedAlert => {
  concerns += 1
  const concernId = concernIdSchema.parse(anId(900 + concerns))
  return { ...countedAlertOf(anAlert({ concernId })), raisedAt, children: [fern], ...change }
}
const later = '2026-11-23T10:00:00.000Z'

describe('an alert repeats an earlier one', () => {
  it.each([
    ['while nothing was done', {}, true],
    ['that was turned away', { outcome: 'NO_FURTHER_ACTION' }, true],
    ['on which somebody acted only afterwards', { actedAt: '2026-11-23T10:00:00.001Z' }, true],
    ['but not once somebody had acted', { actedAt: '2026-11-22T10:00:00.000Z' }, false],
    ['but not of another child', { children: [rowan] }, false],
    ['of one child among others', { children: [rowan, fern] }, true],
  ] satisfies [string, Partial<RaisedAlert>, boolean][])('%s', (_what, change, isRepeat) => {
    const alert = raised(later)
    const earlier = raised('2026-11-20T10:00:00.000Z', change)
    expect(repeatsAmong([alert], [earlier]).has(alert)).toBe(isRepeat)
    expect(repeatsAmong([earlier, alert], []).has(alert)).toBe(isRepeat)
    expect(repeatsAmong([earlier, alert], []).has(earlier)).toBe(false)
  })

  it('of the last year, to the moment', () => {
    const alert = raised(later)
    const at = (moment: string) => repeatsAmong([alert], [raised(moment)]).size
    expect([at('2025-11-23T10:00:00.000Z'), at('2025-11-23T09:59:59.999Z'), at(later)]).toEqual([
      1, 0, 0,
    ])
  })

  it('never where it is the same concern, passed on or decided again', () => {
    const alert = raised(later)
    const same = raised('2026-11-20T10:00:00.000Z', { concernId: alert.concernId })
    expect(repeatsAmong([same, alert], []).size).toBe(0)
  })

  it('where the same service told it again before anybody decided, known child or not', () => {
    const alert = raised(later, { children: [], notices: 1 })
    expect(repeatsAmong([alert], []).has(alert)).toBe(true)
  })
})
