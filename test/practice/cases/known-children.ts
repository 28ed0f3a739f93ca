import { expect } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
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

const partnerNobodyKnows = async (stage: Stage): Promise<void> => {
  const home = at('14, Sexton Row, Westmarch, WM2 7QD')
  const percy = { ...named('Percy Cobbold', '2025-06-10'), nhsNumber: '9990000018' }
  await stage.record('W', 'P1-percy', {
    ...known('Percy Cobbold', '2025-06-10', { code: 'PROTECTION_PLAN', allocatedTeam: 'North' }),
    nhsNumber: '9990000018',
    addresses: [home],
    adults: [registered('Tracey Cobbold', '1999-06-29', { home })],
  })
  const barlow = subject('Steffan Barlow', '1991-02-11', {
    home,
    names: [
      { given: 'Steffan', family: 'Barlow' },
      { given: 'Steve', family: 'Barlow' },
    ],
    sex: 'M',
    relationshipToChild: 'PARTNER_OF_PARENT',
  })
  const about = { subject: barlow, children: [percy], factors: ['4B' as const] }
  const rounds = [
    ['R19', { harm: 'H1', consent: riskToChild }],
    ['R19', { harm: 'H2', consent: riskToChild }],
    ['R10', { harm: 'H2', consent: given }],
    ['R9', { harm: 'H3', consent: given, phoneCallMade: phoned }],
  ] as const
  for (const [rule, change] of rounds) {
    const sent = await stage.send('mentalHealth', { ...about, ...change })
    const { content } = only(await stage.alerts('W', sent.id))
    expect(content.rule).toBe(rule)
    expect(content.joined).toMatchObject([
      {
        childId: `${westmarch}.P1-percy`,
        status: { code: 'PROTECTION_PLAN' },
        allocatedTeam: 'North',
      },
    ])
    expect(content.adults).toMatchObject([
      { names: [{ family: 'Barlow' }, { given: 'Steve' }], dateOfBirth: '1991-02-11' },
    ])
    expect(content.children).toMatchObject([{ name: { given: 'Percy' }, nhsNumber: '9990000018' }])
  }
  const tracey = await stage.send('drugs', {
    subject: subject('Tracey Cobbold', '1999-06-29', { home }),
    children: [percy],
    factors: ['2B'],
  })
  const { content } = only(await stage.alerts('W', tracey.id))
  expect(content.earlier.map(({ harm }) => harm).toSorted()).toEqual(['H1', 'H2', 'H2', 'H3'])
  const chronology = await stage.chronology('W', `${westmarch}.P1-percy`)
  expect(chronology.status).toBe(200)
  expect(JSON.stringify(chronology.body)).toContain('Barlow')
}

const stepfatherOfOne = async (stage: Stage): Promise<void> => {
  const home = at('61, Foundry Street, Westmarch, WM1 9LD')
  const magda = registered('Magda Lutz', '1990-05-05', { home })
  const eryk = registered('Eryk Pelz', '1985-01-05', {
    relationship: 'FATHER',
    livesWithChild: 'NO',
  })
  const mariusz = registered('Mariusz Krolak', '1983-08-09', { home, relationship: 'FATHER' })
  const family = [
    ['dorian', 'Dorian Pelz', '2022-03-02', eryk],
    ['hanna', 'Hanna Pelz', '2019-03-09', eryk],
    ['oskar', 'Oskar Krolak', '2025-09-09', mariusz],
  ] as const
  for (const [id, name, born, father] of family)
    await stage.record('W', `P2-${id}`, {
      ...known(name, born, { code: 'CLOSED' }),
      addresses: [home],
      adults: [magda, father],
    })
  const concern = {
    subject: subject('Marius Krolack', '1983-08-09', {
      home,
      sex: 'M',
      relationshipToChild: 'STEP_PARENT',
    }),
    children: family.map(([, name, born]) => named(name, born)),
    interpreter: 'Polish, not the sister',
  }
  const ids = family.map(([id]) => `${westmarch}.P2-${id}`)
  const rounds = [
    { harm: 'H3', phoneCallMade: phoned },
    { harm: 'H2', consent: riskToChild },
  ] as const
  const alertIds: string[] = []
  for (const change of rounds) {
    const sent = await stage.send('drugs', { ...concern, ...change })
    const { alertId, content } = only(await stage.alerts('W', sent.id))
    expect(content.joined.map(({ childId }) => childId).toSorted()).toEqual(ids)
    expect(content.children.map(({ name }) => name?.given)).toEqual(['Dorian', 'Hanna', 'Oskar'])
    expect(content.safety.interpreter).toBe('Polish, not the sister')
    const oskar = content.joined.find(({ childId }) => childId === `${westmarch}.P2-oskar`)
    expect(oskar?.relationships).toContainEqual({ adult: 'subject', relationship: 'FATHER' })
    alertIds.push(alertId)
  }
  expect(new Set(alertIds).size).toBe(2)
  for (const id of ids) {
    const { body } = await stage.chronology('W', id)
    expect(body['items']).toHaveLength(2)
  }
}

const movedToAnotherCouncil = async (stage: Stage): Promise<void> => {
  const old = at('3, Old Road, Northmoor, NM1 1AA')
  await stage.record('N', 'P3-anna', {
    ...known('Anna Kouame', '2018-04-02', { code: 'CLOSED', sex: 'F' }),
    addresses: [old],
    adults: [
      registered('Marie Therese Kouame', '1957-07-19', {
        home: old,
        id: 'A-kouame',
        relationship: 'OTHER_RELATIVE',
      }),
    ],
  })
  const concern = {
    authority: westmarch,
    subject: subject('Marie-Thérèse Kouamé', '1957-07-19', {
      home: at('8, New Row, Westmarch, WM3 3CC'),
      sex: 'F',
      relationshipToChild: 'OTHER_RELATIVE',
    }),
    children: [{ name: { given: 'Victoria' }, ageYears: 8 }],
  }
  for (const change of [
    { harm: 'H2', consent: riskToChild },
    { harm: 'H3', phoneCallMade: phoned },
  ] as const) {
    const sent = await stage.send('mentalHealth', { ...concern, ...change })
    const there = only(await stage.alerts('W', sent.id))
    expect(there.content.why).toEqual(['WHERE_THE_CHILD_IS'])
    expect(there.content.alsoTold).toEqual(['Northmoor'])
    expect(there.content.joined).toEqual([])
    expect(there.content.children).toMatchObject([{ name: { given: 'Victoria' }, ageYears: 8 }])
    expect(there.content.whereabouts).toMatchObject([{ addresses: [{ street: 'New Row' }] }])
    const holder = only(await stage.alerts('N', sent.id))
    expect(holder.content.why).toEqual(['HOLDS_THE_CHILD'])
    expect(holder.content.alsoTold).toEqual(['Westmarch'])
    expect(holder.content.joined).toMatchObject([{ childId: `${northmoor}.P3-anna` }])
  }
}

const delusionAboutTheChild = async (stage: Stage): Promise<void> => {
  const home = at('4, Kiln Lane, Westmarch, WM4 4DD')
  await stage.record('W', 'P4-kira', {
    ...known('Kira Gordonstone', '2019-05-01', { code: 'EARLY_HELP' }),
    addresses: [home],
    adults: [registered('Lena Gordonstone', '1992-02-02', { home })],
  })
  const sent = await stage.send('mentalHealth', {
    subject: subject('Owen Tarrant', '1988-08-08', {
      home,
      relationshipToChild: 'PARTNER_OF_PARENT',
    }),
    children: [named('Kira Gordonstone', '2019-05-01')],
    flags: ['DELUSION_INVOLVES_CHILD'],
    factors: ['4B'],
    consent: refused,
  })
  const { content } = only(await stage.alerts('W', sent.id))
  expect(content).toMatchObject({
    rule: 'R9',
    harmSent: 'H2',
    harm: 'H3',
    tellParent: 'no',
    flags: ['DELUSION_INVOLVES_CHILD'],
    joined: [{ childId: `${westmarch}.P4-kira`, status: { code: 'EARLY_HELP' } }],
  })
  expect(content.raisedBy).toContain('R4')
}

const lowLevelOnAPlan = async (stage: Stage): Promise<void> => {
  const home = at('9, Bowmer Road, Westmarch, WM5 5EE')
  await stage.record('W', 'P5-finn', {
    ...known('Finn Bowmer', '2026-02-20', { code: 'PROTECTION_PLAN', allocatedTeam: 'South' }),
    addresses: [home],
    adults: [registered('Cass Bowmer', '1999-02-02', { home })],
  })
  const days = ['2026-10-19', '2026-11-02', '2026-11-20']
  for (const [before, incidentOn] of days.entries()) {
    const sent = await stage.send('drugs', {
      harm: 'H1',
      incidentOn,
      subject: subject('Cass Bowmer', '1999-02-02', { home }),
      children: [named('Finn Bowmer', '2026-02-20')],
      consent: refused,
    })
    const alert = only(await stage.alerts('W', sent.id))
    expect(alert.kind).toBe('matched')
    expect(alert.content).toMatchObject({ rule: 'R19', decision: 'SHARE_MINIMAL' })
    expect(alert.content.joined).toMatchObject([{ allocatedTeam: 'South' }])
    expect(alert.content.earlier).toHaveLength(before)
    expect(await stage.reviews('drugsLead', sent.id)).toEqual([])
    expect((await stage.follow('drugs', sent.id)).body['status']).toBe('received')
    if (before < days.length - 1 || stage.clock === undefined) continue
    const reason = { reason: 'Nobody has answered for a fortnight; what is being done about it?' }
    await stage.clock.wait({ days: 14 })
    expect((await stage.challenge('drugs', sent.id, reason)).status).toBe(202)
  }
}

const adoptedSibling = async (stage: Stage): Promise<void> => {
  const home = at('2, Lindle Street, Westmarch, WM6 6FF')
  const petra = registered('Petra Lindle', '1995-05-18', { home, sex: 'F' })
  await stage.record('W', 'P6-iris', {
    ...known('Iris Otherhome', '2022-05-01', { code: 'ADOPTED' }),
    addresses: [],
    adults: [{ ...petra, livesWithChild: 'NO' }],
  })
  await stage.record('W', 'P6-jamie', {
    ...known('Jamie Lindle', '2026-09-14', { code: 'PROTECTION_PLAN' }),
    addresses: [home],
    adults: [petra],
  })
  const sent = await stage.send('drugs', {
    harm: 'H3',
    phoneCallMade: phoned,
    subject: subject('Petra Lindle', '1995-05-18', { home, sex: 'F' }),
    children: [named('Jamie Lindle', '2026-09-14')],
    childLocationNow: 'At home in Lindle Street',
    narrative: [{ kind: 'FACT', text: 'Asleep on the sofa with the baby under her.' }],
  })
  const alert = only(await stage.alerts('W', sent.id))
  expect(alert.content.joined).toMatchObject([
    { childId: `${westmarch}.P6-jamie`, status: { code: 'PROTECTION_PLAN' } },
  ])
  expect(alert.content.banners).toContain('PREVIOUS_REMOVAL')
  expect(alert.content.narrative).toMatchObject([
    { text: 'Asleep on the sofa with the baby under her.' },
  ])
  expect(JSON.stringify(alert.content.whereabouts)).toContain('At home in Lindle Street')
  expect(JSON.stringify(alert)).not.toMatch(/iris|otherhome|adopt/i)
  expect((await stage.chronology('W', `${westmarch}.P6-jamie`)).body['items']).toHaveLength(1)
  const reason = 'All is well at home and a nurse visits every day of the week.'
  await stage.answer('W', alert.alertId, { step: 'acknowledgement' })
  const first = await stage.answer('W', alert.alertId, {
    step: 'outcome',
    body: { outcome: 'NO_FURTHER_ACTION', noFurtherActionReason: 'NO_ROLE', reason },
  })
  expect([first.status, first.body['state']]).not.toEqual([200, 'OUTCOME_RECORDED'])
}

export const knownChildren: readonly Case[] = [
  { name: 'P1 the partner nobody knows', play: partnerNobodyKnows },
  { name: 'P2 the stepfather of one of three', play: stepfatherOfOne },
  { name: 'P3 moved to another council', play: movedToAnotherCouncil },
  { name: 'P4 a delusion about the child', play: delusionAboutTheChild },
  { name: 'P5 low-level reports on a plan', play: lowLevelOnAPlan },
  { name: 'P6 the adopted elder sibling', play: adoptedSibling },
]
