import { expect } from 'vitest'
import { eastvale } from '../../../infra/stages/local.ts'
import { type Council, councils } from '../actors.ts'
import { only } from '../only.ts'
import { at, known, named, phoned, refused, registered, riskToChild, subject } from '../people.ts'
import type { Case, Stage } from '../stage.ts'

const hiddenAfterwards = async (stage: Stage): Promise<void> => {
  const place = at('Fern Lodge, Hidden Walk, Dalby, NM5 2YY')
  const his = at('5, Mill Road, Westmarch, WM8 8HH')
  const mia = known('Mia Rossi', '2021-05-01', { code: 'IN_NEED' })
  await stage.record('N', 'C8-mia', {
    ...mia,
    addresses: [place],
    adults: [
      registered('Elena Rossi', '1993-04-03', { home: place, sex: 'F' }),
      registered('Paolo Rossi', '1990-11-10', {
        home: his,
        sex: 'M',
        relationship: 'FATHER',
        livesWithChild: 'NO',
      }),
    ],
  })
  const sent = await stage.send('drugs', {
    harm: 'H3',
    phoneCallMade: phoned,
    subject: subject('Paolo Rossi', '1990-11-10', {
      home: his,
      sex: 'M',
      relationshipToChild: 'FATHER',
      contactLevel: 'NONE',
    }),
    children: [{ ...named('Mia Rossi', '2021-05-01'), locationNow: 'Fern Lodge in Dalby' }],
    ownReference: 'Fern Lodge 7',
  })
  await stage.record('N', 'C8-mia', { ...mia, restricted: { address: true }, adults: [] })
  for (const reader of ['W', 'N'] as const) {
    const { content } = only(await stage.alerts(reader, sent.id))
    expect(content.tellParent).toBe('no')
    expect(JSON.stringify(content)).not.toMatch(/fern|hidden walk|dalby|2yy/i)
  }
}

const expectedChild = async (stage: Stage): Promise<void> => {
  const sent = await stage.send('drugs', {
    harm: 'H1',
    consent: refused,
    subject: subject('Cass Bowmer', '1999-02-02', {
      sex: 'F',
      pregnancy: { expectedDateOfDelivery: '2027-01-20' },
    }),
    children: [],
    whyChildrenUnknown: 'Not born yet.',
  })
  const review = only(await stage.reviews('partnership', sent.id))
  await stage.decide('partnership', review.reviewId, {
    verdict: 'SHARE_MINIMAL',
    reason: 'She is expecting and nobody plans for the birth of this child.',
    notRelated: true,
  })
  const { content, priority } = only(await stage.alerts('W', sent.id))
  expect([priority, content.banners.includes('UNBORN')]).toEqual(['amber', true])
}

const twoCouncilsMaybe = async (stage: Stage): Promise<void> => {
  const family = [
    ['W', 'Ada Parr', at('1, Parr Lane, Westmarch, WM9 9MM')],
    ['E', 'Bo Parr', at('8, Elm Row, Northmoor, NM7 9MM')],
  ] as const satisfies readonly (readonly [Council, string, object])[]
  for (const [council, child, home] of family)
    await stage.record(council, 'C16-child', {
      ...known(child, '2022-05-01', { code: 'CLOSED' }),
      addresses: [home],
      adults: [registered('Denise Parr', '1992-02-02', { home, sex: 'F' })],
    })
  const sent = await stage.send('mentalHealth', {
    authority: councils.N.code,
    subject: subject('Denise Parr', '1992-02-02', {
      home: at('20, Far Street, Northmoor, NM2 2PP'),
      sex: 'F',
    }),
    children: [],
    whyChildrenUnknown: 'She would not say.',
    consent: riskToChild,
  })
  only(await stage.alerts('N', sent.id))
  for (const council of ['W', 'E'] as const) {
    const review = only(await stage.reviews(council, sent.id))
    await stage.decide(council, review.reviewId, {
      ...(council === 'W'
        ? { verdict: 'NOBODY' }
        : { verdict: 'IDENTIFIED', ids: [`${eastvale}.A-denise-parr`] }),
      reason: 'Her case file says when and where she was born, and that she moved.',
      notRelated: true,
    })
  }
  expect(await stage.alerts('W', sent.id)).toEqual([])
  expect(only(await stage.alerts('E', sent.id)).content.joined).toMatchObject([
    { childId: `${eastvale}.C16-child` },
  ])
}

export const cousinsOfOthers: readonly Case[] = [
  { name: 'P5 a pregnancy is told of, and no child', play: expectedChild },
  { name: 'P8 the family is hidden after the concern', play: hiddenAfterwards },
  { name: 'P16 two councils may know her', play: twoCouncilsMaybe },
]
