import { describe, expect, it } from 'vitest'
import { eastvale } from '../../../infra/stages/local.ts'
import { inMemoryStage } from '../../practice/in-memory.ts'
import {
  at,
  given,
  known,
  named,
  phoned,
  refused,
  registered,
  subject,
} from '../../practice/people.ts'
import type { AlertSeen, Concern, Stage } from '../../practice/stage.ts'

const home = at('5, Sluice Lane, Westmarch, WM7 7GG')
const mother = ['Nadia Ferris', '1990-03-04'] as const
const child = ['Milo Ferris', '2018-06-07'] as const
const about = { subject: subject(...mother, { home }), children: [named(...child)] }

/** A family whose case was closed long ago: nothing about it is watched. */
const aQuietFamily = async (stage: Stage): Promise<void> =>
  stage.record('W', 'PL-milo', {
    ...known(...child, { code: 'CLOSED' }),
    status: { code: 'CLOSED', from: '2024-01-05' },
    addresses: [home],
    adults: [registered(...mother, { home })],
  })

type Led = { readonly alerts: number; readonly reviews: number; readonly rules: readonly string[] }

/** What a charity's concern, which is under no duty, leads to once everybody has had their time. */
const ledTo = async (
  plant: (stage: Stage) => Promise<unknown>,
  concern: Concern = { consent: refused, factors: ['4B'] },
): Promise<Led> => {
  const stage = await inMemoryStage('2026-11-23T10:00:00Z')
  await aQuietFamily(stage)
  await plant(stage)
  const sent = await stage.send('charity', { ...about, ...concern })
  const reviews = await stage.reviews('charityLead', sent.id)
  await stage.clock?.wait({ days: 4 })
  const alerts = await stage.alerts('W', sent.id)
  return {
    alerts: alerts.length,
    reviews: reviews.length,
    rules: alerts.map(({ content }) => content.rule),
  }
}

const nothing = (): Promise<void> => Promise.resolve()
const held: Led = { alerts: 0, reviews: 1, rules: [] }

describe('what another’s concern leads to is not changed by', () => {
  it('nothing: it waits for its sender’s lead and is held', async () => {
    expect(await ledTo(nothing)).toEqual(held)
  })

  it('three notices of one incident by one agency', async () => {
    const notice = { ...about, harm: 'H1', consent: refused, incidentOn: '2026-11-22' } as const
    const planted = ledTo(async (stage) => {
      for (const reason of ['One notice.', 'The same again.', 'And a third time.'])
        await stage.send('drugs', { ...notice, factors: ['4B'], reason })
    })
    expect(await planted).toEqual(held)
  })

  it('sixteen notices of no harm', async () => {
    const planted = ledTo(async (stage) => {
      for (let sent = 0; sent < 16; sent += 1)
        await stage.send('drugs', { ...about, harm: 'H0', factors: ['2B'] })
    })
    expect(await planted).toEqual(held)
  })

  it('a correction by H0 that nobody has read, by the agency itself or by another', async () => {
    const first: Concern = { ...about, harm: 'H1', consent: refused, factors: ['2B'] }
    const withIt = await ledTo((stage) => stage.send('drugs', first))
    expect(withIt.alerts).toBe(1)
    for (const corrector of ['drugs', 'mentalHealth'] as const) {
      const corrected = await ledTo(async (stage) => {
        const { id } = await stage.send('drugs', first)
        const correction: Concern = { ...about, harm: 'H0', factors: ['2B'], corrects: id }
        expect((await stage.send(corrector, correction)).status).toBe(202)
      })
      expect(corrected).toEqual(withIt)
    }
  })

  it('a child made up in a concern beside the adult', async () => {
    const planted = ledTo((stage) =>
      stage.send('drugs', {
        ...about,
        authority: eastvale,
        children: [named('Nobody Ferris', '2026-10-01')],
        consent: refused,
        harm: 'H1',
        factors: ['4B'],
      }),
    )
    expect(await planted).toEqual(held)
  })
})

/** Concerns of one council's family once another council has recorded a child of theirs that nobody else knows of. */
const readers = async (isPlanted: boolean) => {
  const stage = await inMemoryStage('2026-11-23T10:00:00Z')
  await aQuietFamily(stage)
  if (isPlanted)
    await stage.record('E', 'PL-made-up', {
      ...known('Bogus Ferris', '2026-10-02', { code: 'CLOSED' }),
      status: { code: 'CLOSED', from: '2024-01-05' },
      addresses: [],
      adults: [registered(...mother, { home, id: 'A-planted' })],
    })
  const sent = await stage.send('drugs', {
    ...about,
    harm: 'H3',
    phoneCallMade: phoned,
    consent: given,
  })
  const [alert, ...more] = await stage.alerts('W', sent.id)
  return { stage, id: sent.id, alert: alert as AlertSeen, more }
}

describe('a child made up on a register, with another council’s adult', () => {
  it('subscribes its council to nothing: that is asked who she is, and told of nothing', async () => {
    const { stage, id } = await readers(true)
    expect(await stage.alerts('E', id)).toEqual([])
    expect((await stage.reviews('E', id)).map(({ kind }) => kind)).toEqual(['identity'])
  })

  it('changes no word of what the council that holds her reads', async () => {
    const [without, withIt] = [await readers(false), await readers(true)]
    expect(withIt.more).toEqual([])
    expect(withIt.alert.content).toEqual(without.alert.content)
    expect(withIt.alert.kind).toBe(without.alert.kind)
  })
})

describe('the history of a child', () => {
  it('cannot be flooded: sixteen junk alerts push neither a grave one nor another agency’s out', async () => {
    const stage = await inMemoryStage('2026-11-23T10:00:00Z')
    await aQuietFamily(stage)
    const alertOf = async (actor: 'drugs' | 'mentalHealth' | 'charity', concern: Concern) => {
      const { id } = await stage.send(actor, { ...about, consent: given, ...concern })
      const [alert] = await stage.alerts('W', id)
      return alert as AlertSeen & { readonly priorAlertIds: readonly string[] }
    }
    const grave = await alertOf('charity', { harm: 'H3', phoneCallMade: phoned })
    const others = await alertOf('charity', { factors: ['4B'], incidentOn: '2026-10-01' })
    const junk = []
    for (let day = 1; day <= 16; day += 1) {
      const incidentOn = `2026-10-${String(day).padStart(2, '0')}`
      junk.push(await alertOf('mentalHealth', { incidentOn, factors: ['4B'] }))
    }
    const last = await alertOf('drugs', { harm: 'H3', phoneCallMade: phoned })
    expect(new Set(junk.map(({ alertId }) => alertId)).size).toBe(16)
    expect(last.priorAlertIds).toEqual([grave.alertId, junk.at(-1)?.alertId, others.alertId])
  })
})
