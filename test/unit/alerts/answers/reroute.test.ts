import { describe, expect, it } from 'vitest'
import { eastvale, northmoor, westmarch } from '../../../../infra/stages/local.ts'
import { holderOf } from '../../../../shared/agencies/holder.ts'
import { toldAlso } from '../../../../shared/alerts/answers/fed-back.ts'
import { destinationOf, passOn } from '../../../../shared/alerts/answers/reroute.ts'
import { alertIdSchema } from '../../../../shared/kernel/ids.ts'
import { aDirectory, nothingAgreed } from '../../../builders/a-directory.ts'
import { anId, aStoredConcern } from '../../../builders/a-stored-concern.ts'
import { anAlert } from '../../../builders/an-alert.ts'
import { now } from '../../../builders/ports.ts'

const adopted = anAlert({ authority: northmoor, isOfAdopted: true, isLeadsOnly: true })
const moment = { agreedWith: nothingAgreed, now, newId: () => anId(50) }
const by = { by: 'lead', at: now.toISOString() }

const answers = (code: string) => holderOf(aDirectory, code, '2026-11-26')

describe('an alert of an adopted child that is passed on', () => {
  it('is told of that child alone, and to the lead alone', () => {
    const { raised } = passOn(adopted, eastvale, { ...moment, siblings: [] })
    expect(raised).toMatchObject({ authority: eastvale, isOfAdopted: true, isLeadsOnly: true })
    expect(toldAlso(aStoredConcern(), raised === undefined ? [] : [raised]).told).toMatchObject([
      { authority: eastvale, isOfAdopted: true },
    ])
  })

  it('does not join what an authority was told of the birth family', () => {
    const ofFamily = anAlert({ alertId: alertIdSchema.parse(anId(9)), authority: eastvale })
    const passed = passOn(adopted, eastvale, { ...moment, siblings: [ofFamily] })
    expect(passed.joined).toBeUndefined()
    expect(passed.raised?.isOfAdopted).toBe(true)
  })

  it('goes to the holding queue where it is not their child: who was stated knows the birth family', () => {
    const outcome = { ...by, code: 'NOT_THIS_PERSON' } as const
    expect(destinationOf(adopted, outcome, { stated: westmarch, holderOf: answers })).toBe(
      'HOLDING',
    )
    expect(
      destinationOf(anAlert({ authority: northmoor }), outcome, {
        stated: westmarch,
        holderOf: answers,
      }),
    ).toBe(westmarch)
  })
})

describe('an alert that is placed with whoever inherits it', () => {
  it('is raised, whatever they have open of the concern', () => {
    for (const state of ['RAISED', 'ACKNOWLEDGED'] as const) {
      const theirs = anAlert({ alertId: alertIdSchema.parse(anId(9)), authority: eastvale, state })
      const placing = { ...moment, siblings: [theirs] }
      const held = anAlert({ authority: 'HOLDING' })
      expect(passOn(held, eastvale, { ...placing, isHeir: true }).raised?.alertId).toBe(anId(50))
      expect(passOn(held, eastvale, placing).raised).toBeUndefined()
    }
  })
})
