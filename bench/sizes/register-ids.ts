import { westmarch } from '../../infra/stages/local.ts'
import { type AdultId, adultIdSchema } from '../../shared/kernel/ids.ts'

const authority = westmarch
const digits = 8

/** Ids whose order, as the table sorts them, is that of the register. */
export const adultIdAt = (place: number): AdultId =>
  adultIdSchema.parse(`${authority}.A${String(place).padStart(digits, '0')}`)

export const placeOf = (id: string): number => Number(id.slice(-digits))
