import { describe, expect, it } from 'vitest'
import { rehearsed } from '../../../infra/stages/local.ts'
import {
  rehearsedChild,
  rehearsedConcern,
  takeAt,
  takeIn,
} from '../../../shared/casework/rehearsed-family.ts'
import { concernSchema } from '../../../shared/concerns/concern.ts'
import { readConcern } from '../../../shared/concerns/read-concern.ts'
import { localIdSchema } from '../../../shared/kernel/ids.ts'
import { childSchema } from '../../../shared/register/child.ts'

const take = takeAt(new Date('2026-11-26T10:00:05.123Z'))

describe('the family that is rehearsed with', () => {
  const child = childSchema.parse(rehearsedChild(take, rehearsed))
  const concern = concernSchema.parse(rehearsedConcern(take, rehearsed))

  it('is whole as the register and the door want it', () => {
    expect(localIdSchema.parse(take.id)).toBe('R20261126T100005123Z')
    const faultOfAuthority = () => undefined
    const reading = { today: '2026-11-26', faultOfAuthority, mailDomains: ['hub.example'] }
    expect(readConcern(concern, reading)).toMatchObject({
      kind: 'taken',
    })
  })

  it('has numbers that are never issued, and nothing by which somebody real could be found: no address, telephone or e-mail', () => {
    const people = [...child.adults, concern.subject]
    expect(
      people.flatMap(({ addresses, phones, emails }) => [...addresses, ...phones, ...emails]),
    ).toEqual([])
    expect(child.addresses).toEqual([])
    const numbers = [child.nhsNumber, ...people.flatMap(({ nhsNumbers }) => nhsNumbers)]
    for (const number of numbers) expect(number).toMatch(/^999/)
  })

  it('states no day of an incident, so that no concern is taken for the one before', () => {
    expect(concern.incidentOn).toBeUndefined()
  })

  it('is known again from the reason, and nobody else’s reason is', () => {
    expect(takeIn(concern.reason)).toEqual(take)
    expect(takeIn('Relapse into heroin use while caring alone for a young child.')).toBeUndefined()
    expect(
      takeIn('Rehearsed by the hub at some time: nobody is meant, and nothing is to be done.'),
    ).toBeUndefined()
  })
})
