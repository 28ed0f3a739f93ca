import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { packFile } from '../../../cli/places/pack-file.ts'
import { eastvale, northmoor, stage, westmarch } from '../../../infra/stages/local.ts'
import { localPlaces } from '../../../local/local-places.ts'
import { packPlaces, unpackPlaces } from '../../../shared/aws/places-text.ts'
import { nsplColumns, nsplRow } from '../../../shared/places/nspl.ts'
import { packer } from '../../../shared/places/pack-places.ts'
import { noPlaces, placeIn } from '../../../shared/places/packed-places.ts'

const csv = 'infra/stages/local-nspl.csv'
const today = '2026-11-26'
const header = (readFileSync(csv, 'utf8').split('\n')[0] ?? '').split(',')
const placeOf = placeIn(localPlaces)

describe('a release of the National Statistics Postcode Lookup', () => {
  it('is known by its columns, whichever year stands in their names', () => {
    const former =
      'pcd,pcd2,pcds,dointr,doterm,usertype,oseast1m,osnrth1m,osgrdind,oa21,cty,ced,laua'
    expect(nsplColumns(header)).toEqual({ postcode: 2, since: 3, county: 10, district: 12 })
    expect(nsplColumns(former.split(','))).toMatchObject({ postcode: 2, county: 10, district: 12 })
    expect(nsplColumns(['postcode', 'name'])).toBeUndefined()
  })

  it.each([
    [{ lad: 'E06000057', cty: 'E99999999' }, 'E06000057'],
    [{ lad: 'E07000008', cty: 'E10000003' }, 'E10000003'],
    [{ lad: 'E07000008', cty: 'E99999999' }, 'E10000003'],
    [{ lad: 'E08000003', cty: 'E11000001' }, 'E08000003'],
    [{ lad: 'W06000015', cty: 'W99999999' }, 'W06000015'],
    [{ lad: 'L99999999', cty: 'L99999999' }, undefined],
    [{ lad: '', cty: '' }, undefined],
  ])('says who answers for children: %j', ({ lad, cty }, authority) => {
    const columns = { postcode: 0, since: 1, county: 2, district: 3 }
    expect(nsplRow(columns, ['WM1 1AB', '202607', cty, lad])?.authority).toBe(authority)
  })

  it('is packed to what the local stage is deployed with', async () => {
    const { packed, without } = await packFile(csv)
    expect(packed).toEqual(JSON.parse(readFileSync(stage.places, 'utf8')))
    expect(without).toBe(1)
    expect(unpackPlaces(packPlaces(packed))).toEqual(packed)
  })

  it('is refused where it is another file', async () => {
    await expect(packFile('infra/stages/local-places.json')).rejects.toThrow(
      'cannot be read as CSV',
    )
  })
})

describe('a place', () => {
  it.each([
    ['WM2 6TH', westmarch],
    ['wm26th', westmarch],
    ['NM11 0AB', northmoor],
    ['EV1 2AB', eastvale],
    ['WM9 1AD', westmarch],
    ['WM9 1AE', northmoor],
    ['WM9 3AB', westmarch],
  ])('%s lies in %s', (postcode, authority) => {
    expect(placeOf(postcode, today)).toBe(authority)
  })

  it.each(['WM9 1AF', 'WM9 9AB', 'JE9 9ZZ', 'ZZ99 3VZ', 'Westmarch', '', '__proto__'])(
    'is not known of %j',
    (postcode) => {
      expect(placeOf(postcode, today)).toBeUndefined()
    },
  )

  it('was another’s before', () => {
    const packing = packer()
    packing.add({ postcode: 'CA1 1AA', authority: 'E06000063', since: '1980-01' })
    packing.add({ postcode: 'BH1 1AA', authority: 'E06000058', since: '' })
    const { packed } = packing.end()
    const then = placeIn(() => packed)
    expect(then('CA1 1AA', '2023-04-01')).toBe('E06000063')
    expect(then('CA1 1AA', '2023-03-31')).toBe('E10000006')
    expect(then('BH1 1AA', '2019-03-31')).toBeUndefined()
  })

  it('is nowhere without a file', () => {
    expect(placeIn(() => noPlaces)('WM1 1AB', today)).toBeUndefined()
  })
})
