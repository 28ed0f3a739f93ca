import { describe, expect, it } from 'vitest'
import { eastvale, northmoor, westmarch } from '../../../infra/stages/local.ts'
import { localPlaces } from '../../../local/local-places.ts'
import { homesAsSent } from '../../../shared/assessing/homes-named.ts'
import { type Concern, keptConcernSchema } from '../../../shared/concerns/concern.ts'
import { placeIn } from '../../../shared/places/packed-places.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { aDirectory } from '../../builders/a-directory.ts'

const today = '2026-11-26'
const world = { directory: aDirectory, today, placeOf: placeIn(localPlaces) }
const child = { name: { given: 'Percy' }, sex: 'M' as const }
const at = (postcode: string, to?: string) => ({ postcode, ...(to !== undefined && { to }) })

const homesOf = (told: object) => {
  const concern: Concern = keptConcernSchema.parse({
    ...aConcern(),
    authority: westmarch,
    ...told,
  })
  return homesAsSent(concern, world).map(({ person, name }) => `${person} ${name}`)
}
const { subject } = aConcern()

describe('homes of the children in a concern', () => {
  it('are told of where their postcode lies in another authority than the stated one', () => {
    expect(homesOf({ children: [{ ...child, address: at('NM1 1AB') }] })).toEqual([
      'children/0 Northmoor',
    ])
    expect(homesOf({ children: [{ ...child, address: at('WM1 1AB') }] })).toEqual([])
  })

  it('are those of each child, and a home that was left is none', () => {
    expect(
      homesOf({
        children: [
          { ...child, address: at('WM1 1AB') },
          { ...child, address: at('EV1 1AB') },
          { ...child, address: at('NM1 1AB', '2026-01-01') },
        ],
      }),
    ).toEqual(['children/1 Eastvale'])
  })

  it('are those of adults who live with a child that has no address of its own', () => {
    const lives = (livesWithChild: string) => ({
      subject: { ...subject, addresses: [at('NM1 1AB')] },
      children: [{ ...child, relationships: [{ adult: 'subject', livesWithChild }] }],
    })
    expect(homesOf(lives('YES'))).toEqual(['subject Northmoor'])
    expect(homesOf(lives('UNKNOWN'))).toEqual([])
  })

  it('are those of resident adults where no child is named', () => {
    const resident = (contactLevel: string) => ({
      subject: { ...subject, contactLevel, addresses: [at('NM1 1AB')] },
      children: [],
    })
    expect(homesOf(resident('RESIDENT'))).toEqual(['subject Northmoor'])
    expect(homesOf(resident('WEEKLY'))).toEqual([])
  })

  it('help to place what nobody could say', () => {
    const children = [{ ...child, address: at('EV1 1AB') }]
    expect(homesOf({ authority: 'UNKNOWN', children })).toEqual(['children/0 Eastvale'])
  })

  it('are in the stated authority where that has taken the other’s place', () => {
    const authorities = aDirectory.authorities.map((one) =>
      one.code === eastvale ? { ...one, until: '2026-04-01', replacedBy: [northmoor] } : one,
    )
    const concern = keptConcernSchema.parse({
      ...aConcern(),
      authority: eastvale,
      children: [{ ...child, address: at('NM1 1AB') }],
    })
    const directory = { ...aDirectory, authorities }
    expect(homesAsSent(concern, { ...world, directory })).toEqual([])
  })

  it('are nothing where no postcode is known', () => {
    expect(homesOf({ children: [{ ...child, address: at('XX9 9XX') }] })).toEqual([])
  })
})
