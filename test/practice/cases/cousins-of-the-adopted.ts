import { expect } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { councils } from '../actors.ts'
import { only } from '../only.ts'
import { at, given, known, named, phoned, registered, subject } from '../people.ts'
import type { Case, Stage } from '../stage.ts'

const secretVale = at('8, Secret Vale, Northmoor, NM8 8AA')

const recordAdopted = (stage: Stage): Promise<void> =>
  stage.record('N', 'C6-iris', {
    ...known('Iris Otherhome', '2022-05-01', { code: 'ADOPTED' }),
    addresses: [secretVale],
    adults: [
      registered('Petra Lindle', '1995-05-18', { sex: 'F', livesWithChild: 'NO' }),
      registered('Helen Otherhome', '1980-03-11', { home: secretVale, sex: 'F' }),
    ],
  })

/** An adopted child is in danger from who adopted it. */
const adopterIsTheSubject = async (stage: Stage): Promise<void> => {
  await recordAdopted(stage)
  const sent = await stage.send('drugs', {
    harm: 'H3',
    phoneCallMade: phoned,
    authority: councils.N.code,
    subject: subject('Helen Otherhome', '1980-03-11', { home: secretVale, sex: 'F' }),
    otherAdults: [
      { names: [{ given: 'Petra', family: 'Lindle' }], dateOfBirth: '1995-05-18', addresses: [] },
    ],
    children: [named('Iris Otherhome', '2022-05-01')],
    narrative: [{ kind: 'FACT', text: 'Drunk with Iris in the car; Petra Lindle writes to her.' }],
  })
  const ofWorker = only(await stage.alerts('N', sent.id))
  expect(JSON.stringify(ofWorker)).not.toMatch(/iris|adopted/i)
  const ofLead = (await stage.alerts('NLead', sent.id)).filter(({ isLeadsOnly }) => isLeadsOnly)
  const { content } = only(ofLead)
  expect(content.narrative?.[0]?.text).toContain('Drunk with Iris in the car')
  expect(content.whereabouts).toMatchObject([{ addresses: [{ street: 'Secret Vale' }] }])
  expect(JSON.stringify(content)).not.toMatch(/petra|lindle/i)
}

/** Adopted since the mother was recorded as living with the child; a mother of nobody else. */
const adoptedSince = async (stage: Stage): Promise<void> => {
  const home = at('6, Sorrel Row, Westmarch, WM6 1FF')
  await stage.record('W', 'C6-tim', {
    ...known('Tim Sorrel', '2023-05-01', { code: 'PROTECTION_PLAN' }),
    addresses: [home],
    adults: [registered('Sal Sorrel', '1996-05-18', { home, sex: 'F' })],
  })
  await stage.record('W', 'C6-tim', {
    ...known('Tim Newname', '2023-05-01', { code: 'ADOPTED' }),
    addresses: [],
    adults: [],
  })
  const sent = await stage.send('drugs', {
    consent: given,
    subject: subject('Sal Sorrel', '1996-05-18', { home, sex: 'F' }),
    children: [],
    whyChildrenUnknown: 'She has none with her.',
  })
  const alert = only(await stage.alerts('WLead', sent.id))
  expect(alert.content.banners).toContain('PREVIOUS_REMOVAL')
  expect(JSON.stringify(alert)).not.toMatch(/newname|C6-tim|adopted/i)
}

/** A birth father names the adopted child and the brother who is with him. */
const adoptedSisterNamed = async (stage: Stage): Promise<void> => {
  const home = at('9, Bridge Row, Westmarch, WM1 9LE')
  const father = { sex: 'M', relationship: 'FATHER' } as const
  await stage.record('W', 'C6-lena', {
    ...known('Lena Brusek', '2016-03-09', { code: 'ADOPTED' }),
    addresses: [],
    adults: [registered('Pavel Brusek', '1983-08-09', { ...father, livesWithChild: 'NO' })],
  })
  await stage.record('W', 'C6-jakub', {
    ...known('Jakub Brusek', '2025-09-09', { code: 'CLOSED' }),
    addresses: [home],
    adults: [registered('Pavel Brusek', '1983-08-09', { ...father, home })],
  })
  const sent = await stage.send('drugs', {
    harm: 'H3',
    phoneCallMade: phoned,
    subject: subject('Pavel Brusek', '1983-08-09', {
      home,
      sex: 'M',
      relationshipToChild: 'FATHER',
    }),
    children: [named('Jakub Brusek', '2025-09-09'), named('Lena Brusek', '2016-03-09')],
  })
  const worker = only(await stage.alerts('W', sent.id))
  expect(worker.content.joined).toMatchObject([{ childId: `${westmarch}.C6-jakub` }])
  expect(JSON.stringify(worker)).not.toMatch(/lena|adopted/i)
  const forLead = (await stage.alerts('WLead', sent.id)).filter(({ isLeadsOnly }) => isLeadsOnly)
  const { content } = only(forLead)
  expect(content.joined).toMatchObject([{ childId: `${westmarch}.C6-lena` }])
  expect(JSON.stringify(content)).not.toMatch(/pavel|jakub|bridge row/i)
}

export const cousinsOfTheAdopted: readonly Case[] = [
  { name: 'P6 the subject adopted the child', play: adopterIsTheSubject },
  { name: 'P6 the child was adopted after the mother was recorded', play: adoptedSince },
  { name: 'P6 the birth father names an adopted sister', play: adoptedSisterNamed },
]
