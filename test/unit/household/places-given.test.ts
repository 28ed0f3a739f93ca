import { describe, expect, it } from 'vitest'
import { placesGivenIn } from '../../../shared/household/places-given.ts'
import { aStoredConcern } from '../../builders/a-stored-concern.ts'

const given = (pointer: string, written: string, flags: readonly 'RESTRICTED_ADDRESS'[] = []) =>
  JSON.stringify(
    placesGivenIn(aStoredConcern({ unread: [{ pointer, written }] }, { flags: [...flags] })),
  )

describe('what a concern gives that is to be kept from others', () => {
  it('is a number in what was sent to protect and could not be understood', () => {
    expect(given('/domesticAbuse', 'ring her on 01632 960177 only')).toContain('01632 960177')
  })

  it('is an unread part that may be a place, where addresses are restricted', () => {
    const written = 'The Old Bakehouse'
    expect(given('/subject/addresses/0', written, ['RESTRICTED_ADDRESS'])).toContain(written)
    expect(given('/subject/addresses/0', written)).not.toContain(written)
  })
})
