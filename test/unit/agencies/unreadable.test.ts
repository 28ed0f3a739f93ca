import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import { agreedWith } from '../../../shared/agencies/agreed-times.ts'
import { type Directory, hasLead, mailDomainsOf } from '../../../shared/agencies/directory.ts'
import { holderOf, nameOfHolder } from '../../../shared/agencies/holder.ts'
import {
  escalationsOf,
  escalationsOfAgency,
  inboxOf,
  isOfEnded,
  placeToday,
  pollerOf,
} from '../../../shared/agencies/queues.ts'
import { besides, sideOf } from '../../../shared/agencies/rehearsal.ts'
import { faultOfAuthority } from '../../../shared/agencies/stated-authority.ts'
import { endedOn, hasReplaced } from '../../../shared/agencies/successor.ts'
import { watchedOwnerIn, watchedOwners } from '../../../shared/casework/watched-owner.ts'
import { aDirectory } from '../../builders/a-directory.ts'

const today = '2026-11-23'
const now = new Date(`${today}T10:00:00Z`)
const agency = aDirectory.agencies[0]?.key ?? ''
const directory: Directory = {
  authorities: aDirectory.authorities.filter(({ code }) => code !== westmarch),
  agencies: aDirectory.agencies.filter(({ key }) => key !== agency),
  unreadable: [
    { kind: 'authority', id: westmarch },
    { kind: 'agency', id: agency },
  ],
}

describe('an authority or agency whose row cannot be read', () => {
  it.each([
    ['who holds what is for it', () => holderOf(directory, westmarch, today)],
    ['whether it polls', () => pollerOf(directory, inboxOf(westmarch))],
    ['whether its leads have ended', () => isOfEnded(directory, escalationsOf(westmarch), today)],
    ['what was agreed with it', () => agreedWith(directory, now)(westmarch)],
    ['whether it has a lead', () => hasLead(directory, agency, today)],
    ['where its lead is told', () => placeToday(directory, escalationsOfAgency(agency), today)],
    ['on which side it stands', () => besides(directory, agency)],
    ['what stands on its side', () => sideOf(directory, westmarch)],
  ])('is taken for no other: nobody says %s', (_, ask) => {
    expect(ask).toThrow(expect.objectContaining({ code: 'row-unreadable' }))
  })

  it('is there, and is no other’s: it has not ended, nobody took its place, and its reports are its own', () => {
    expect(endedOn(directory, today)).not.toContain(westmarch)
    expect(hasReplaced(directory, { authority: northmoor, ended: westmarch }, today)).toBe(false)
    expect(faultOfAuthority(directory, westmarch, today)).toBeUndefined()
    expect(watchedOwners(directory)).toEqual(expect.arrayContaining([westmarch, agency]))
    expect(watchedOwnerIn(directory)({ authority: westmarch })).toBe(westmarch)
    expect(watchedOwnerIn(directory)({ agency })).toBe(agency)
  })

  it('stops nobody else', () => {
    expect(holderOf(directory, northmoor, today)).toBe(northmoor)
    expect(isOfEnded(directory, inboxOf(northmoor), today)).toBe(false)
    expect(sideOf(directory, northmoor).authorities.map(({ code }) => code)).toContain(northmoor)
    expect(nameOfHolder(directory, westmarch)).toBe('another authority')
    expect(mailDomainsOf(directory, agency)).toEqual([])
  })

  it('stands on the side that its row still says', () => {
    const rehearsed: Directory = {
      ...directory,
      unreadable: [{ kind: 'authority', id: westmarch, rehearsal: true }],
    }
    expect(besides(rehearsed, northmoor)(westmarch)).toBe(false)
    expect(besides(directory, northmoor)(westmarch)).toBe(true)
  })
})
