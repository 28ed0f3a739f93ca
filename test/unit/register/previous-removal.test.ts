import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { adultIdSchema } from '../../../shared/kernel/ids.ts'
import { previousRemovalOf } from '../../../shared/register/previous-removal.ts'
import { anAdult } from '../../builders/a-child.ts'
import {
  afterChange,
  aRegisteredChild,
  emptyRegister,
  planned,
} from '../../builders/a-registered-family.ts'

type Change = NonNullable<Parameters<typeof aRegisteredChild>[0]>
const adultId = adultIdSchema.parse(`${westmarch}.A1001`)
const adult = { adultId, previousRemoval: false }

describe('a previous removal', () => {
  it.each<[what: string, Change, boolean]>([
    ['a child looked after', { status: { code: 'LOOKED_AFTER' } }, true],
    ['short breaks', { status: { code: 'LOOKED_AFTER', isShortBreaks: true } }, false],
    ['an adoption', { status: { code: 'ADOPTED' } }, true],
    ['an adoption that is a restriction only', { restricted: { adopted: true } }, true],
    ['special guardianship', { status: { code: 'SPECIAL_GUARDIANSHIP' } }, true],
    ['an order', { status: { code: 'PROCEEDINGS', isPlacedByOrder: true } }, true],
    ['proceedings alone', { status: { code: 'PROCEEDINGS' } }, false],
    ['a protection plan', { status: { code: 'PROTECTION_PLAN' } }, false],
    [
      'a child who was looked after and is closed',
      {
        status: { code: 'CLOSED', from: '2026-01-01' },
        earlierStatuses: [{ code: 'LOOKED_AFTER' }],
      },
      true,
    ],
  ])('of a mother by %s', (_, change, expected) => {
    const lives = change.adults ?? [anAdult({ livesWithChild: 'NO' })]
    expect(previousRemovalOf(adult, [aRegisteredChild({ adults: lives, ...change })])).toBe(
      expected,
    )
  })

  it.each([
    ['MOTHER', true],
    ['FATHER', true],
    ['STEP_PARENT', true],
    ['PARTNER_OF_PARENT', false],
    ['GRANDPARENT', false],
    ['SIBLING', false],
    ['OTHER_RELATIVE', false],
    ['CARER', false],
    ['OTHER', false],
  ] as const)('is one of %s: %s', (relationship, expected) => {
    const adults = [anAdult({ relationship, livesWithChild: 'NO' })]
    const child = aRegisteredChild({ status: { code: 'LOOKED_AFTER' }, adults })
    expect(previousRemovalOf(adult, [child])).toBe(expected)
  })

  it('is none of whoever adopted the child, and of a mother whose children are others', () => {
    const adults = [anAdult({ livesWithChild: 'YES' })]
    const adopted = aRegisteredChild({ status: { code: 'ADOPTED' }, adults })
    expect(previousRemovalOf(adult, [adopted])).toBe(false)
    const others = aRegisteredChild({
      status: { code: 'LOOKED_AFTER' },
      adults: [anAdult({ id: 'A2' })],
    })
    expect(previousRemovalOf(adult, [others])).toBe(false)
  })

  it('stands where it was stated, whatever is known of any child', () => {
    expect(previousRemovalOf({ ...adult, previousRemoval: true }, [])).toBe(true)
  })

  it('once derived is a fact of the adult, also when the child’s status changes and the child is gone', async () => {
    const first = afterChange(emptyRegister, await planned({ status: { code: 'LOOKED_AFTER' } }))
    const home = afterChange(
      first,
      await planned({ status: { code: 'IN_NEED' } }, { before: first }),
    )
    expect(home.adults.get(adultId)?.record?.previousRemoval).toBe(true)
  })

  it('is derived of the mother’s record by a child whom she had before', async () => {
    const jago = afterChange(
      emptyRegister,
      await planned({ status: { code: 'LOOKED_AFTER' } }, { localId: 'JAGO' }),
    )
    const before = { ...jago, child: emptyRegister.child }
    const baby = {
      name: { given: 'Elowen' },
      dateOfBirth: '2026-11-01',
      status: { code: 'IN_NEED' },
    } as const
    const both = afterChange(
      before,
      await planned(
        { ...baby, adults: [anAdult({ previousRemoval: false })] },
        { before, localId: 'BABY' },
      ),
    )
    expect(both.adults.get(adultId)?.record?.previousRemoval).toBe(true)
  })
})
