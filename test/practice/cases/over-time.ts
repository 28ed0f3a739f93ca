import { expect } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { councils } from '../actors.ts'
import { only } from '../only.ts'
import {
  at,
  given,
  known,
  named,
  phoned,
  refused,
  registered,
  riskToChild,
  subject,
} from '../people.ts'
import type { Case, Stage } from '../stage.ts'

const newBaby = async (stage: Stage): Promise<void> => {
  const old = at('1, Tregear Hill, Westmarch, WM3 1TT')
  const morwenna = registered('Morwenna Tregear', '1990-11-23', {
    id: 'P13-morwenna',
    home: old,
    sex: 'F',
    livesWithChild: 'NO',
  })
  await stage.record('W', 'P13-jago', {
    ...known('Jago Tregear', '2020-03-03', { code: 'LOOKED_AFTER' }),
    addresses: [],
    adults: [{ ...morwenna, names: [...morwenna.names, { given: 'Wendy', family: 'Blight' }] }],
  })
  await stage.record('W', 'P13-baby', {
    ...known('Merryn Tregear', '2026-10-01', { code: 'EARLY_HELP' }),
    adults: [
      {
        id: 'P13-morwenna',
        names: [{ given: 'Morwenna', family: 'Tregear' }],
        dateOfBirth: '1990-11-23',
        relationship: 'MOTHER',
      },
    ],
  })
  const sent = await stage.send('drugs', {
    harm: 'H3',
    phoneCallMade: phoned,
    subject: subject('Wendy Blight', '1990-11-23', { home: old, sex: 'F' }),
    children: [],
    whyChildrenUnknown: 'She would not say.',
    consent: refused,
  })
  const alert = only(await stage.alerts('W', sent.id))
  expect(alert.content.joined.map(({ childId }) => childId)).toContain(`${westmarch}.P13-baby`)
  expect(alert.content.banners).toContain('PREVIOUS_REMOVAL')
}

const oneFormTwoProblems = async (stage: Stage): Promise<void> => {
  const home = at('14, Orrin Way, Westmarch, WM2 2LL')
  await stage.record('W', 'P14-ned', {
    ...known('Ned Orrin', '2021-05-01', { code: 'CLOSED' }),
    status: { code: 'CLOSED', from: '2024-10-01' },
    addresses: [home],
    adults: [registered('Tess Orrin', '1992-02-02', { home, sex: 'F' })],
  })
  const concern = {
    harm: 'H1' as const,
    subject: subject('Tess Orrin', '1992-02-02', { home, sex: 'F' }),
    children: [named('Ned Orrin', '2021-05-01')],
  }
  const first = await stage.send('mentalHealth', {
    ...concern,
    factors: ['4B', '1B'],
    consent: { status: 'NOT_SOUGHT', whyNotSought: 'DELAY_HARMS' },
  })
  expect(await stage.alerts('W', first.id)).toEqual([])
  expect(await stage.reviews('partnership', first.id)).toEqual([])
  await stage.clock?.wait({ hours: 80 })
  const second = await stage.send('drugs', { ...concern, factors: ['2B'], consent: refused })
  expect(await stage.alerts('W', second.id)).toEqual([])
  const review = only(await stage.reviews('partnership', second.id))
  if (stage.clock !== undefined) await stage.clock.wait({ days: 5 })
  else
    await stage.decide('partnership', review.reviewId, {
      verdict: 'SHARE_MINIMAL',
      reason: 'Two services see two problems in one home, and the boy is five years old.',
      notRelated: true,
    })
  const alert = only(await stage.alerts('W', second.id))
  expect([alert.content.decision, alert.priority]).toEqual(['SHARE_MINIMAL', 'red'])
  expect(alert.content.accumulation.rules).toContain('combination-in-12-months')
}

const askedForHelp = async (stage: Stage): Promise<void> => {
  const sent = await stage.send('drugs', {
    harm: 'H1',
    subject: subject('Una Tell', '1985-04-03'),
    children: [named('Bo Tell', '2014-03-03')],
    consent: given,
  })
  const { content, kind } = only(await stage.alerts('W', sent.id))
  expect([content.rule, content.decision, kind]).toEqual(['R15', 'SHARE_MINIMAL', 'early-help'])
  expect(content.adults).toMatchObject([{ names: [{ family: 'Tell' }], dateOfBirth: '1985-04-03' }])
  expect(content.children).toMatchObject([{ name: { given: 'Bo' }, dateOfBirth: '2014-03-03' }])
}

const aMaybeIn =
  (council: 'W' | 'E') =>
  async (stage: Stage): Promise<void> => {
    const { code, name } = {
      W: { ...councils.W, name: 'Westmarch' },
      E: { ...councils.E, name: 'Eastvale' },
    }[council]
    const who = council === 'W' ? 'Denise Parr' : 'Loveday Parrish'
    const old = at(
      council === 'W' ? '1, Parr Lane, Westmarch, WM9 9MM' : '8, Elm Row, Eastvale, EV9 9MM',
    )
    await stage.record(council, 'P16-ada', {
      ...known('Ada Parr', '2024-05-01', { code: 'CLOSED', sex: 'F' }),
      addresses: [old],
      adults: [registered(who, '1992-02-02', { id: 'P16-denise', home: old, sex: 'F' })],
    })
    const sent = await stage.send('mentalHealth', {
      authority: councils.N.code,
      subject: subject(who, '1992-02-02', {
        home: at('20, Far Street, Northmoor, NM2 2PP'),
        sex: 'F',
      }),
      children: [],
      whyChildrenUnknown: 'She would not say.',
      consent: riskToChild,
    })
    const before = only(await stage.alerts('N', sent.id))
    expect(before.content.adults).toMatchObject([{ names: [{ family: who.split(' ')[1] }] }])
    expect(await stage.alerts(council, sent.id)).toEqual([])
    const review = only(await stage.reviews(council, sent.id))
    const decided = await stage.decide(council, review.reviewId, {
      verdict: 'IDENTIFIED',
      ids: [`${code}.P16-denise`],
      reason: 'Her case file has the new address and the same date of birth.',
      notRelated: true,
    })
    expect([decided.status, decided.body['state']]).toEqual([200, 'DECIDED'])
    const after = only(await stage.alerts('N', sent.id))
    expect(after.version).toBeGreaterThan(before.version)
    expect(after.content.alsoTold).toEqual([name])
    expect(after.content.banners).toContain('KNOWN_TO_ANOTHER_AUTHORITY')
    const holder = only(await stage.alerts(council, sent.id))
    expect(holder.content.joined).toMatchObject([{ childId: `${code}.P16-ada` }])
  }

export const overTime: readonly Case[] = [
  { name: 'P13 the new baby', play: newBaby },
  { name: 'P14 one form, two problems', play: oneFormTwoProblems },
  { name: 'P15 asked for help', play: askedForHelp },
  { name: 'P16 a maybe', play: aMaybeIn('W') },
  { name: 'P16 a maybe, where the model is on trial', play: aMaybeIn('E') },
]
