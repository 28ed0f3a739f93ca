import { expect } from 'vitest'
import { northmoor } from '../../../infra/stages/local.ts'
import { only } from '../only.ts'
import { at, known, named, phoned, refused, registered, riskToChild, subject } from '../people.ts'
import type { Case, Stage } from '../stage.ts'

const abusersOwnService = async (stage: Stage): Promise<void> => {
  const home = at('7, Hallam Close, Northmoor, NM7 7GG')
  await stage.record('N', 'P7-ivy', {
    ...known('Ivy Hallam', '2023-05-01', { code: 'CLOSED', sex: 'F' }),
    status: { code: 'CLOSED', from: '2024-01-05' },
    addresses: [home],
    adults: [
      registered('Noor Hallam', '1993-03-03', { home, sex: 'F' }),
      registered('Craig Hallam', '1990-10-10', { home, sex: 'M', relationship: 'FATHER' }),
    ],
  })
  const ivy = named('Ivy Hallam', '2023-05-01')
  const hers = await stage.send('charity', {
    harm: 'H1',
    authority: northmoor,
    flags: ['DA'],
    factors: ['3B'],
    subject: subject('Noor Hallam', '1993-03-03', {
      home,
      sex: 'F',
      role: 'VICTIM',
      phones: ['01632 960555'],
    }),
    children: [ivy],
    domesticAbuse: {
      childPresent: 'SAW',
      safeContact: { number: '01632 960556', safeToCall: true },
    },
    keepConfidentialFrom: [{ person: 'Craig', why: 'He would kill her.' }],
    consent: { status: 'REFUSED', parentView: 'He would kill me.' },
  })
  expect(await stage.alerts('N', hers.id)).toEqual([])
  expect(await stage.reviews('partnership', hers.id)).toEqual([])
  const his = await stage.send('drugs', {
    harm: 'H2',
    authority: northmoor,
    factors: ['1B'],
    subject: subject('Craig Hallam', '1990-10-10', {
      home,
      sex: 'M',
      relationshipToChild: 'FATHER',
    }),
    children: [ivy],
  })
  const alert = only(await stage.alerts('N', his.id))
  expect(alert.content).toMatchObject({ rule: 'R10', harm: 'H2', tellParent: 'no', earlier: [] })
  expect(alert.content.banners).toContain('ASK_BEFORE_CONTACT')
  expect(alert.content.whereabouts).toMatchObject([{ addresses: [{ street: 'Hallam Close' }] }])
  expect(JSON.stringify(alert)).not.toMatch(/safe harbour|domestic|96055[56]|kill/i)
  expect(alert.content.accumulation.contributing).toEqual([])
  const isAsked = async () => (await stage.reviews('partnership', hers.id)).length > 0
  expect(await stage.eventually(isAsked)).toBe(true)
}

const refuge = async (stage: Stage): Promise<void> => {
  const place = at('Rose House, Secret Row, Cragthorpe, NM3 1ZZ')
  const his = at('5, Mill Road, Westmarch, WM8 8HH')
  await stage.record('N', 'P8-lina', {
    ...known('Lina Marchetti', '2023-05-01', { code: 'PROTECTION_PLAN', sex: 'F' }),
    restricted: { address: true },
    addresses: [place],
    adults: [
      registered('Layla Marchetti', '1993-03-03', { home: place, sex: 'F' }),
      registered('Dario Marchetti', '1990-10-10', {
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
    subject: subject('Dario Marchetti', '1990-10-10', {
      home: his,
      sex: 'M',
      relationshipToChild: 'FATHER',
      contactLevel: 'NONE',
    }),
    children: [named('Lina Marchetti', '2023-05-01')],
    reason: 'Says that he will find his wife and take the girl.',
    consent: refused,
  })
  const alert = only(await stage.alerts('N', sent.id))
  expect(alert.content.tellParent).toBe('no')
  const steps = [
    { step: 'acknowledgement' },
    { step: 'outcome', body: { outcome: 'ASSESSMENT_S17' } },
    {
      step: 'feedback',
      body: {
        lines: [
          {
            kind: 'FACT',
            text: 'Safe with her mother at Rose House, Secret Row, Cragthorpe NM3 1ZZ',
          },
        ],
      },
    },
  ] as const
  for (const one of steps) {
    const reply = await stage.answer('N', alert.alertId, one)
    expect([one.step, reply.status, JSON.stringify(reply.body)]).toMatchObject([one.step, 200, {}])
  }
  const followed = await stage.follow('drugs', sent.id)
  const feedback = followed.body['feedback'] as readonly { readonly feedbackNumber: number }[]
  expect(JSON.stringify(feedback)).toContain('Safe with her mother')
  const challenged = await stage.challenge('drugs', sent.id, {
    feedbackNumber: feedback[0]?.feedbackNumber,
    reason: 'He was seen at the school gate this morning; an assessment in weeks is too late.',
  })
  expect(challenged.status).toBe(202)
  for (const { body } of [followed, challenged]) {
    expect(JSON.stringify(body)).not.toMatch(/rose house|secret|cragthorpe|nm3|1zz/i)
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`northmoor|${northmoor}`, 'i'))
  }
}

const atTheDoor = async (stage: Stage): Promise<void> => {
  const home = at('90, Tollgate Road, Northmoor, NM1 7TT')
  const sent = await stage.send('charity', {
    harm: 'H4',
    authority: northmoor,
    flags: ['DA'],
    factors: ['3B'],
    subject: subject('Petronella Umber', '1996-03-03', {
      home,
      role: 'VICTIM',
      phones: ['01632 960501'],
    }),
    children: [{ name: { given: 'Max', family: 'Umber' }, ageYears: 2 }],
    childLocationNow: 'Behind the sofa',
    domesticAbuse: { childPresent: 'SAW' },
    narrative: [{ kind: 'FACT', text: 'He is breaking the door at 90 Tollgate Road now' }],
    phoneCallMade: { made: false },
  })
  const alert = only(await stage.alerts('N', sent.id))
  const told = JSON.stringify(alert.content)
  for (const said of ['Tollgate Road', 'NM1 7TT', '01632 960501', 'Behind the sofa'])
    expect(told).toContain(said)
  expect(alert.content.narrative?.[0]?.text).toBe('He is breaking the door at 90 Tollgate Road now')
  expect(alert.content.banners).toEqual(expect.arrayContaining(['PROTECTED', 'PHONE_FIRST']))
  expect(Date.parse(alert.dueAt) - Date.parse(alert.raisedAt)).toBe(60 * 60 * 1000)
  if (stage.clock === undefined) return
  const { messages, wait } = stage.clock
  const [raised] = messages(`alerts-${northmoor}`)
  expect(raised?.data['urgency']).toBe('immediate')
  await wait({ hours: 20 })
  for (const queue of [
    `escalations-${northmoor}`,
    'escalations-safe-harbour-northmoor',
    'escalations-partnership',
  ])
    expect([queue, messages(queue).length]).not.toEqual([queue, 0])
  const before = messages('escalations-partnership').length
  await wait({ days: 2 })
  expect(messages('escalations-partnership').length).toBeGreaterThan(before)
}

const wrongBox = async (stage: Stage): Promise<void> => {
  const about = {
    purpose: 'other' as const,
    subject: subject('Ada Quorn', '1990-01-02'),
    children: [named('Wilf Quorn', '2019-09-09')],
    consent: riskToChild,
  }
  const gravest = await stage.send('mentalHealth', { ...about, harm: 'H4', phoneCallMade: phoned })
  expect(only(await stage.alerts('W', gravest.id)).content.rule).toBe('R3')
  const grave = { ...about, harm: 'H2' as const }
  const planned = await stage.send('mentalHealth', {
    ...grave,
    flags: ['SUICIDE_PLAN_INVOLVES_CHILD'],
  })
  const { content } = only(await stage.alerts('W', planned.id))
  expect(content).toMatchObject({ rule: 'R9', raisedBy: ['R4'] })
  const conflict = await stage.send('mentalHealth', {
    ...grave,
    flags: ['STAFF_CONFLICT', 'SUICIDE_PLAN_INVOLVES_CHILD'],
    conflict: { who: 'A cousin of hers', role: 'Duty social worker' },
  })
  expect(await stage.alerts('W', conflict.id)).toEqual([])
  const forLead = only(await stage.alerts('WLead', conflict.id))
  expect(forLead.content).toMatchObject({ rule: 'R9' })
  expect(forLead.content.banners).toContain('LEADS_ONLY')
  const plain = await stage.send('mentalHealth', grave)
  expect(await stage.alerts('WLead', plain.id)).toEqual([])
  expect((await stage.follow('mentalHealth', plain.id)).body['status']).toBe('returned')
}

export const danger: readonly Case[] = [
  { name: 'P7 the abuser’s own service', play: abusersOwnService },
  { name: 'P8 the refuge', play: refuge },
  { name: 'P9 at the door', startsAt: '2026-12-24T15:58:00Z', play: atTheDoor },
  { name: 'P10 the wrong box, with grave words', play: wrongBox },
]
