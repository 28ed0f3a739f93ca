import { expect } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import { only } from '../only.ts'
import { at, known, named, phoned, registered, riskToChild, subject } from '../people.ts'
import type { Case, Concern, Stage } from '../stage.ts'

type NamedChild = NonNullable<NonNullable<Concern>['children']>[number]

const sexton = at('14, Sexton Row, Westmarch, WM2 7QD')

/** A child of this register, as somebody names it who lives with it and whom nobody knows. */
const percyNamed =
  (child: NamedChild) =>
  async (stage: Stage): Promise<void> => {
    await stage.record('W', 'C1-percy', {
      ...known('Percival Cobbold-Tarn', '2025-06-10', { code: 'PROTECTION_PLAN' }),
      alsoKnownAs: [{ given: 'Bean', family: 'Cobbold' }],
      addresses: [sexton],
      adults: [registered('Tracey Cobbold', '1999-06-29', { home: sexton })],
    })
    const sent = await stage.send('mentalHealth', {
      consent: riskToChild,
      subject: subject('Steffan Barlow', '1991-02-11', {
        home: sexton,
        relationshipToChild: 'PARTNER_OF_PARENT',
      }),
      children: [child],
    })
    const { content } = only(await stage.alerts('W', sent.id))
    expect(content.rule).toBe('R19')
    expect(content.joined).toMatchObject([{ childId: `${westmarch}.C1-percy`, why: 'NAMED' }])
  }

const born = { dateOfBirth: '2025-06-10' }

/** Two half-sisters of one family name, on whose records no adult is the same. */
const halfSister = async (stage: Stage): Promise<void> => {
  const home = at('61, Foundry Street, Westmarch, WM1 9LD')
  const elsewhere = at('2, Ferry Road, Northmoor, NM1 9LD')
  const father = { home, sex: 'M', relationship: 'FATHER' } as const
  await stage.record('N', 'C2-zofia', {
    ...known('Zofia Krolak', '2016-03-09', { code: 'PROTECTION_PLAN' }),
    addresses: [elsewhere],
    adults: [registered('Ewa Nowak', '1991-04-04', { home: elsewhere, sex: 'F' })],
  })
  await stage.record('W', 'C2-oskar', {
    ...known('Oskar Krolak', '2025-09-09', { code: 'CLOSED' }),
    addresses: [home],
    adults: [registered('Mariusz Krolak', '1983-08-09', father)],
  })
  const sent = await stage.send('drugs', {
    harm: 'H3',
    phoneCallMade: phoned,
    subject: subject('Mariusz Krolak', '1983-08-09', {
      home,
      sex: 'M',
      relationshipToChild: 'STEP_PARENT',
    }),
    children: [named('Zofia Krolak', '2016-03-09'), named('Oskar Krolak', '2025-09-09')],
  })
  const holder = only(await stage.alerts('N', sent.id))
  expect(holder.content.joined).toMatchObject([{ childId: `${northmoor}.C2-zofia`, why: 'NAMED' }])
  const there = only(await stage.alerts('W', sent.id))
  expect(there.content.joined).toMatchObject([{ childId: `${westmarch}.C2-oskar` }])
}

/** A mother known to the council that she left and to the one where she lives. */
const knownTwice = async (stage: Stage): Promise<void> => {
  const old = at('3, Old Road, Northmoor, NM1 1AA')
  const home = at('8, New Row, Westmarch, WM3 3CC')
  const mother = (where: typeof home) => registered('Odile Mensah', '1990-07-19', { home: where })
  await stage.record('N', 'C3-ama', {
    ...known('Ama Mensah', '2018-04-02', { code: 'PROTECTION_PLAN' }),
    addresses: [old],
    adults: [mother(old)],
  })
  await stage.record('W', 'C3-kofi', {
    ...known('Kofi Mensah', '2026-08-02', { code: 'EARLY_HELP' }),
    addresses: [home],
    adults: [mother(home)],
  })
  const sent = await stage.send('mentalHealth', {
    harm: 'H3',
    phoneCallMade: phoned,
    subject: subject('Odile Mensah', '1990-07-19', { home }),
    children: [named('Kofi Mensah', '2026-08-02')],
  })
  expect(only(await stage.alerts('W', sent.id)).content.joined).toMatchObject([
    { childId: `${westmarch}.C3-kofi` },
  ])
  expect(only(await stage.reviews('N', sent.id)).kind).toBe('identity')
}

/** What the sender knows of Percy, who lives with a stranger to every register. */
const waysOfNaming: Readonly<Record<string, NamedChild>> = {
  'by a pet name and half the family name': {
    name: { given: 'Percy', family: 'Cobbold' },
    ...born,
  },
  'as also known': { name: { given: 'Bean', family: 'Cobbold' }, ...born },
  'by another name, also known': {
    name: { given: 'Baby', family: 'Barlow' },
    alsoKnownAs: [{ given: 'Percival', family: 'Cobbold-Tarn' }],
    ...born,
  },
  'without a date': { name: { given: 'Percival', family: 'Cobbold' }, ageYears: 1 },
  'by a first name and a date': { name: { given: 'Percy' }, ...born },
  'with the halves exchanged': { name: { given: 'Cobbold', family: 'Percival' }, ...born },
  'with the barrels exchanged': { name: { given: 'Percival', family: 'Tarn Cobbold' }, ...born },
  'with day and month exchanged': {
    name: { given: 'Percival', family: 'Cobbold' },
    dateOfBirth: '2025-10-06',
  },
  'by the name of the partner': { name: { given: 'Percival', family: 'Barlow' }, ...born },
}

export const cousinsOfKnownChildren: readonly Case[] = [
  ...Object.entries(waysOfNaming).map(([how, child]) => ({
    name: `P1 a child is named ${how}`,
    play: percyNamed(child),
  })),
  { name: 'P2 a half-sister of the same name is on another register', play: halfSister },
  { name: 'P3 the mother is known to the old council and to the new', play: knownTwice },
]
