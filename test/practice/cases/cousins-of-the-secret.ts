import { expect } from 'vitest'
import { councils } from '../actors.ts'
import { only } from '../only.ts'
import { at, given, known, named, refused, registered, subject } from '../people.ts'
import type { Case, Stage } from '../stage.ts'

const hallam = at('7, Hallam Close, Northmoor, NM7 7GG')
const ivy = named('Ivy Hallam', '2023-05-01')
const noor = subject('Noor Hallam', '1993-03-03', { home: hallam, sex: 'F' })
const craig = subject('Craig Hallam', '1990-10-10', {
  home: hallam,
  sex: 'M',
  relationshipToChild: 'FATHER',
})

const recordHallams = (stage: Stage): Promise<void> =>
  stage.record('N', 'C7-ivy', {
    ...known('Ivy Hallam', '2023-05-01', { code: 'CLOSED' }),
    status: { code: 'CLOSED', from: '2024-01-05' },
    addresses: [hallam],
    adults: [
      registered('Noor Hallam', '1993-03-03', { home: hallam, sex: 'F' }),
      registered('Craig Hallam', '1990-10-10', { home: hallam, sex: 'M', relationship: 'FATHER' }),
    ],
  })

const inSecret = {
  harm: 'H1',
  authority: councils.N.code,
  children: [ivy],
  consent: refused,
} as const

const abuse = {
  flags: ['DA'],
  factors: ['3B'],
  domesticAbuse: { childPresent: 'SAW' },
} as const

/** The one who does harm, told of by their own service. */
const tellParentOf = async (stage: Stage, who: typeof noor): Promise<string> => {
  const sent = await stage.send('drugs', {
    authority: councils.N.code,
    factors: ['1B'],
    subject: who,
    children: [ivy],
    consent: given,
  })
  const { content } = only(await stage.alerts('N', sent.id))
  expect(content.banners).toContain('ASK_BEFORE_CONTACT')
  expect(JSON.stringify(content)).not.toMatch(/safe harbour|domestic|kill/i)
  return content.tellParent
}

const abuserIsTheMother = async (stage: Stage): Promise<void> => {
  await recordHallams(stage)
  await stage.send('charity', {
    ...inSecret,
    ...abuse,
    flags: [...abuse.flags],
    factors: [...abuse.factors],
    children: [ivy],
    subject: { ...craig, role: 'VICTIM' },
  })
  expect(await tellParentOf(stage, noor)).toBe('no')
}

const keepFromAlone = async (stage: Stage): Promise<void> => {
  await recordHallams(stage)
  await stage.send('charity', {
    ...inSecret,
    children: [ivy],
    factors: ['20'],
    subject: noor,
    keepConfidentialFrom: [{ person: 'Craig', why: 'He would kill her.' }],
  })
  expect(await tellParentOf(stage, craig)).toBe('no')
}

const sentAfterHis = async (stage: Stage): Promise<void> => {
  await recordHallams(stage)
  const his = await stage.send('drugs', {
    authority: councils.N.code,
    factors: ['1B'],
    subject: craig,
    children: [ivy],
    consent: given,
  })
  expect(only(await stage.alerts('N', his.id)).content.tellParent).toBe('yes')
  await stage.send('charity', {
    ...inSecret,
    ...abuse,
    flags: [...abuse.flags],
    factors: [...abuse.factors],
    children: [ivy],
    subject: { ...noor, role: 'VICTIM' },
  })
  expect(only(await stage.alerts('N', his.id)).content.tellParent).toBe('no')
}

export const cousinsOfTheSecret: readonly Case[] = [
  { name: 'P7 the one who abuses is the mother', play: abuserIsTheMother },
  { name: 'P7 nothing protects but whom to keep it from', play: keepFromAlone },
  { name: 'P7 the charity writes after his own service', play: sentAfterHis },
]
