import { describe, expect, it } from 'vitest'
import {
  eastvale,
  northmoor as northmoorCode,
  westmarch as westmarchCode,
} from '../../../infra/stages/local.ts'
import type { Alert } from '../../../shared/alerts/alert.ts'
import type { RecipientOf } from '../../../shared/alerts/recipients-of.ts'
import { tell } from '../../../shared/alerts/tell.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import type { JoinedChild } from '../../../shared/household/joined-child.ts'
import { childIdSchema } from '../../../shared/kernel/ids.ts'
import { decide } from '../../../shared/sharing/decide.ts'
import { nothingAgreed } from '../../builders/a-directory.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'
import { aJoinedChild } from '../../builders/an-assessment.ts'
import { someFacts } from '../sharing/facts.ts'

const now = new Date('2026-11-25T10:00:00Z')
const westmarch: RecipientOf = {
  authority: westmarchCode,
  why: ['WHERE_THE_CHILD_IS', 'HOLDS_THE_CHILD'],
}
const northmoor: RecipientOf = { authority: northmoorCode, why: ['HOLDS_THE_CHILD'] }
const child = aJoinedChild()
const second = aJoinedChild({ childId: childIdSchema.parse(`${westmarchCode}.C2`) })

const telling = (
  recipients: readonly RecipientOf[],
  {
    before = [],
    joined = [child],
    resent = [],
    sent = {},
    seen,
  }: {
    readonly before?: readonly Alert[]
    readonly joined?: readonly JoinedChild[]
    readonly resent?: Parameters<typeof tell>[2]['resent']
    readonly sent?: object
    readonly seen?: StoredConcern['seen']
  } = {},
) => {
  const facts = someFacts()
  let number = 30
  const newId = () => {
    number += 1
    return anId(number)
  }
  return tell(aStoredConcern({ concernId: aConcernId(4) }, sent), recipients, {
    decided: { number: 2, decision: decide(facts), facts, joined },
    seen,
    before,
    resent,
    agreedWith: nothingAgreed,
    now,
    newId,
  })
}
const open = (change: Partial<Alert> = {}) =>
  anAlert({ concernId: aConcernId(4), children: [child.childId], ...change })
const closed = open({ state: 'FED_BACK' })

describe('each recipient is told once', () => {
  it('by a new alert, where nothing was told before', () => {
    const { raised, updated, merged, alertOf } = telling([westmarch, northmoor])
    expect(raised.map(({ authority, assessment }) => [authority, assessment])).toEqual([
      [westmarchCode, 2],
      [northmoorCode, 2],
    ])
    expect([updated, merged]).toEqual([[], []])
    expect(alertOf(northmoor)).toBe(raised[1])
  })

  it('not again where this assessment says no more', () => {
    const { raised, updated, alertOf } = telling([westmarch], { before: [open()] })
    expect([raised, updated]).toEqual([[], []])
    expect(alertOf(westmarch)).toEqual(open())
  })

  it('by the open alert a version on, where it says more', () => {
    const { raised, updated, alertOf } = telling([westmarch], {
      before: [open()],
      joined: [child, second],
    })
    expect(raised).toEqual([])
    expect(updated).toMatchObject([
      { version: 2, children: [`${westmarchCode}.C1`, `${westmarchCode}.C2`] },
    ])
    expect(alertOf(westmarch)).toBe(updated[0])
  })

  it('with the first alert a version on, where another authority is told now', () => {
    const { raised, updated } = telling([westmarch, northmoor], { before: [open()] })
    expect(raised.map(({ authority }) => authority)).toEqual([northmoorCode])
    expect(updated).toMatchObject([{ authority: westmarchCode, version: 2 }])
  })

  it('without a version more, where an alert was passed on to an authority that nothing leads to', () => {
    const before = [open(), open({ authority: eastvale, children: [] })]
    expect(telling([westmarch], { before }).updated).toEqual([])
  })

  it('by the answered alert a version on, where further children are known', () => {
    expect(telling([westmarch], { before: [closed] })).toMatchObject({ raised: [], updated: [] })
    const { raised, updated } = telling([westmarch], { before: [closed], joined: [child, second] })
    expect(raised).toEqual([])
    expect(updated).toMatchObject([{ state: 'FED_BACK', version: 2 }])
  })

  it('by a new alert where what was answered was less of the concern', () => {
    const before = [{ ...closed, decision: 'SHARE_MINIMAL' as const }]
    expect(telling([westmarch], { before }).raised).toMatchObject([{ state: 'RAISED', version: 1 }])
  })

  it('with the answered alert a version on, where another authority is told now', () => {
    const { raised, updated } = telling([westmarch, northmoor], { before: [closed] })
    expect(raised.map(({ authority }) => authority)).toEqual([northmoorCode])
    expect(updated).toMatchObject([{ authority: westmarchCode, state: 'FED_BACK', version: 2 }])
  })

  describe('by an alert that begins anew, where its sender may know of it only now', () => {
    const shares = {
      isShared: true,
      isReturned: false,
      isReasonAsked: false,
      holder: westmarch.authority,
    }
    const acknowledgement = { by: 'westmarch', at: '2026-11-24T10:00:00.000Z' }
    const known = open({ state: 'ACKNOWLEDGED', rule: 'R19', acknowledgement, chases: 2 })

    it('with a clock of its own, and to be acknowledged', () => {
      const { raised, anew } = telling([westmarch], { before: [known], seen: shares })
      expect(raised).toEqual([])
      expect(anew).toMatchObject([
        { alertId: known.alertId, version: 2, state: 'RAISED', chases: 0 },
      ])
      expect(anew[0]).toMatchObject({ raisedAt: now.toISOString() })
      expect(anew[0]).not.toHaveProperty('acknowledgement')
    })

    it('but by a new one where something was decided', () => {
      const before = [{ ...known, state: 'DECIDED' as const }]
      expect(telling([westmarch], { before, seen: shares })).toMatchObject({
        raised: [{ state: 'RAISED', version: 1 }],
        anew: [],
      })
    })
  })

  it('apart of an adopted child', () => {
    const ofAdopted = { ...westmarch, isOfAdopted: true as const }
    expect(telling([westmarch, ofAdopted], { before: [open()] }).raised).toMatchObject([
      { isOfAdopted: true },
    ])
  })

  it('by the open alert of the same incident, told before by the same agency', () => {
    const dated = { incidentOn: '2026-11-22' }
    const first = open({ concernId: aConcernId(1) })
    const { raised, merged, alertOf } = telling([westmarch], {
      resent: [{ stored: aStoredConcern({}, dated), alerts: [first] }],
      sent: dated,
    })
    expect(raised).toEqual([])
    expect(merged).toMatchObject([{ alertId: first.alertId, version: 2 }])
    expect(alertOf(westmarch)).toBe(merged[0])
  })

  it('in the alert that took the concern in, which stays the first concern’s', () => {
    const notice = { concernId: aConcernId(4), assessment: 1, at: now.toISOString() }
    const taker = open({ concernId: aConcernId(1), assessment: 7, furtherNotices: [notice] })
    expect(telling([westmarch], { before: [taker] })).toMatchObject({ raised: [], updated: [] })
    const { raised, updated } = telling([westmarch], { before: [taker], joined: [child, second] })
    expect(raised).toEqual([])
    expect(updated).toEqual([
      {
        ...taker,
        version: 2,
        children: [child.childId, second.childId],
        furtherNotices: [{ ...notice, assessment: 2 }],
      },
    ])
  })

  it('by an alert of its own where the alert that took the concern in tells less', () => {
    const taker = open({ concernId: aConcernId(1), decision: 'SHARE_MINIMAL' })
    const { raised, updated } = telling([westmarch], { before: [taker] })
    expect(raised).toMatchObject([{ concernId: aConcernId(4), decision: 'SHARE' }])
    expect(updated).toEqual([])
  })

  describe('by one alert, which is a replacement’s own and an ended authority’s', () => {
    const theirs = aJoinedChild({
      childId: childIdSchema.parse(`${northmoorCode}.C1`),
      authority: northmoorCode,
    })
    const both = [theirs, child]
    const stated: RecipientOf = { authority: northmoorCode, why: ['WHERE_THE_CHILD_IS'] }
    const ended: RecipientOf = { authority: westmarchCode, why: ['HOLDS_THE_CHILD'] }
    const inherited = { from: westmarchCode, children: [child.childId] }
    const held = open({ authority: northmoorCode, version: 2, inherited, children: [] })
    const shares = { isShared: true, isReturned: false, isReasonAsked: false }
    const of = (alerts: readonly Alert[]) =>
      alerts.map(({ alertId, version }) => [alertId, version])

    it('one version on, with why and the children of both', () => {
      const { raised, updated, alertOf } = telling([stated, ended], {
        before: [held],
        joined: both,
      })
      expect(raised).toEqual([])
      expect(of(updated)).toEqual([[held.alertId, 3]])
      expect(updated[0]).toMatchObject({
        why: ['WHERE_THE_CHILD_IS', 'HOLDS_THE_CHILD'],
        children: [theirs.childId, child.childId],
      })
      expect([alertOf(stated), alertOf(ended)]).toEqual([updated[0], updated[0]])
    })

    it('one version on where a third authority is told, or it is graver now', () => {
      const third: RecipientOf = { authority: eastvale, why: ['HOLDS_THE_CHILD'] }
      const before = [{ ...held, decision: 'SHARE_MINIMAL' as const, harm: 'H1' as const }]
      for (const recipients of [
        [stated, ended],
        [ended, stated, third],
      ])
        expect(of(telling(recipients, { before, joined: both }).updated)).toEqual([
          [held.alertId, 3],
        ])
    })

    it('begun anew once, where its sender may know of it only now', () => {
      const seen = { ...shares, holder: northmoorCode }
      const { anew, updated } = telling([stated, ended], { before: [held], joined: both, seen })
      expect([of(anew), of(updated)]).toEqual([[[held.alertId, 3]], []])
      expect(anew[0]?.why).toEqual(['WHERE_THE_CHILD_IS', 'HOLDS_THE_CHILD'])
    })

    it('of another concern, which took this one in', () => {
      const notice = { concernId: aConcernId(4), assessment: 1, at: now.toISOString() }
      const taker = { ...held, concernId: aConcernId(1), furtherNotices: [notice] }
      const { updated } = telling([stated, ended], { before: [taker], joined: both })
      expect(of(updated)).toEqual([[taker.alertId, 3]])
      expect(updated[0]).toMatchObject({
        why: taker.why,
        children: [theirs.childId, child.childId],
      })
    })

    it('without a child’s id where the partnership lead has it', () => {
      const notice = { concernId: aConcernId(4), assessment: 1, at: now.toISOString() }
      const at = { ...held, authority: 'HOLDING' as const, furtherNotices: [notice] }
      const before = [{ ...at, concernId: aConcernId(1) }]
      expect(telling([ended], { before, joined: both }).updated).toEqual([])
    })
  })

  it('not by what an ended authority had open of the same incident, which its replacement has', () => {
    const dated = { incidentOn: '2026-11-22' }
    const moved = { to: northmoorCode, alertId: closed.alertId, at: now.toISOString() }
    const first = open({ concernId: aConcernId(1), moved })
    const resent = [{ stored: aStoredConcern({}, dated), alerts: [first] }]
    const { raised, merged } = telling([westmarch], { resent, sent: dated })
    expect([raised.length, merged]).toEqual([1, []])
  })
})
