import { describe, expect, it } from 'vitest'
import { auditActions } from '../../../shared/audit/audit-entry.ts'
import { endOf, isOver, keepingFor, keepings } from '../../../shared/audit/keeping.ts'

const at = '2026-11-23T10:00:00.000Z'
const read = { action: 'ALERT_READ', at }
const token = { action: 'TOKEN_ISSUED', at }
const end = new Date('2101-11-23T10:00:00.000Z')
const before = new Date(end.getTime() - 1)

describe('an entry is kept', () => {
  it('for 75 years where it may have told somebody of a child', () => {
    expect(endOf(read)).toEqual(end)
    expect([isOver(read, [before]), isOver(read, [end])]).toEqual([false, true])
  })

  it('for as long as the lock of the sealed log where it is of the hub’s own work', () => {
    expect(endOf(token)).toEqual(new Date('2036-11-23T10:00:00.000Z'))
  })

  it.each(['CLIENT_REGISTERED', 'AGREEMENT_RECORDED', 'LOG_RESTORED', 'NOT_KNOWN_HERE', 3])(
    'for ever where others are judged by it, or nobody knows what it is: %s',
    (action) => {
      expect(endOf({ action, at })).toBeUndefined()
      expect(isOver({ action, at }, [new Date('9999-12-31T00:00:00Z')])).toBe(false)
    },
  )

  it('until every clock has come to its end, so that setting one forward ends nothing', () => {
    expect(isOver(read, [end, before])).toBe(false)
    expect(isOver(read, [before, end])).toBe(false)
    expect(isOver(read, [end, end])).toBe(true)
  })

  it('where a clock tells no time, or the entry none', () => {
    expect(isOver(read, [end, new Date('')])).toBe(false)
    expect(isOver({ ...read, at: 'once' }, [end])).toBe(false)
  })

  it('by every action of the hub for as long as somebody decided, refusals and readings as a child’s', () => {
    expect(auditActions.filter((action) => !(keepingFor({ action, at }) in keepings))).toEqual([])
    const ofReading = auditActions.filter((action) => /_READ$|REFUSED$/.test(action))
    const shorter = ofReading.filter((action) => keepingFor({ action, at }) === 'HUB')
    expect(shorter).toEqual(['TOKEN_REFUSED', 'CHECKPOINT_READ'])
  })
})
