import { expect } from 'vitest'
import { agencyWithoutAgreement, councils } from '../actors.ts'
import { only } from '../only.ts'
import { at, given, known, named, phoned, registered, subject } from '../people.ts'
import type { Case, Concern, Stage } from '../stage.ts'

const noPaper = async (stage: Stage): Promise<void> => {
  const home = at('3, Vasey Lane, Northmoor, NM4 4VV')
  await stage.record('N', 'P11-theo', {
    ...known('Theo Vasey', '2024-05-01', { code: 'IN_NEED' }),
    addresses: [home],
    adults: [registered('Gwen Vasey', '1994-04-04', { home, sex: 'F' })],
  })
  const concern = {
    authority: councils.N.code,
    subject: subject('Gwen Vasey', '1994-04-04', { home, sex: 'F' }),
    children: [named('Theo Vasey', '2024-05-01')],
    consent: given,
  }
  const rounds = [
    ['R10', { harm: 'H2' }],
    ['R9', { harm: 'H3', phoneCallMade: phoned }],
  ] as const
  for (const [rule, change] of rounds) {
    const sent = await stage.send('withoutAgreement', { ...concern, ...change })
    const alert = only(await stage.alerts('N', sent.id))
    expect([alert.content.rule, alert.content.decision]).toEqual([rule, 'SHARE'])
  }
  if (stage.clock === undefined) return
  await stage.clock.wait({ days: 2 })
  const told = stage.clock
    .messages('escalations-partnership')
    .filter(({ type }) => type.includes('agreements.missing'))
  const disclosed = { agency: agencyWithoutAgreement, authority: councils.N.code, count: 2 }
  expect(only(told).data).toEqual({ disclosed: [disclosed] })
}

type Fault = { readonly name: string; readonly wrong: object; readonly pointer?: string }

/** Seven shapes of the form at half past five: those with a pointer are mistakes that H2 has to mend. */
const faultsOf = (home: object): readonly Fault[] => [
  {
    name: 'a number with a wrong digit',
    wrong: { subject: { ...subject('Ottilie Frame', '1990-03-04'), nhsNumbers: ['9990000019'] } },
    pointer: '/subject/nhsNumbers/0',
  },
  {
    name: 'no date and no address but a number',
    wrong: {
      subject: {
        names: [{ given: 'Ottilie', family: 'Frame' }],
        nhsNumbers: ['9990000018'],
        relationshipToChild: 'MOTHER',
        contactLevel: 'RESIDENT',
      },
    },
  },
  {
    name: 'a first name, a telephone and a place',
    wrong: {
      subject: {
        names: [{ given: 'Ottilie' }],
        phones: ['01632 960777'],
        relationshipToChild: 'MOTHER',
        contactLevel: 'RESIDENT',
      },
      childLocationNow: 'The bus station',
    },
  },
  { name: 'a council that is not known', wrong: { authority: 'E99999999' }, pointer: '/authority' },
  { name: 'a council that is no member', wrong: { authority: 'E09000001' } },
  { name: 'a reason of 900 characters', wrong: { reason: 'x'.repeat(900) }, pointer: '/reason' },
  {
    name: 'a date in words',
    wrong: { subject: { ...subject('Ottilie Frame', 'spring of 1990'), addresses: [home] } },
    pointer: '/subject/dateOfBirth',
  },
]

const formAtHalfPastFive = async (stage: Stage): Promise<void> => {
  const home = at('5, Frame Street, Westmarch, WM7 7FF')
  const base = {
    subject: subject('Ottilie Frame', '1990-03-04', { home }),
    children: [named('Kit Frame', '2020-02-02')],
  }
  for (const { name, wrong, pointer } of faultsOf(home)) {
    const concern: Concern = { ...base, ...wrong }
    const gravest = await stage.send('drugs', { ...concern, harm: 'H4', phoneCallMade: phoned })
    expect([name, gravest.status]).toEqual([name, 202])
    const held = await stage.alerts('partnership', gravest.id)
    const alert = only([...(await stage.alerts('W', gravest.id)), ...held])
    const isUnread = pointer !== undefined
    expect([name, (alert.content.unread ?? []).length > 0]).toEqual([name, isUnread])
    expect([name, alert.content.banners.includes('INCOMPLETE')]).toEqual([name, isUnread])
    const inNeed = await stage.send('drugs', { ...concern, harm: 'H2' })
    expect([name, inNeed.status]).toEqual([name, pointer === undefined ? 202 : 400])
    const errors = inNeed.body['errors'] as readonly { readonly pointer: string }[] | undefined
    expect(errors?.map((one) => one.pointer) ?? []).toEqual(pointer === undefined ? [] : [pointer])
  }
}

export const intake: readonly Case[] = [
  { name: 'P11 no paper', play: noPaper },
  { name: 'P12 the form at half past five', play: formAtHalfPastFive },
]
