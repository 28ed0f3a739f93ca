import { asideOf, asStored, settingAside } from '../../../kernel/aside.ts'
import { eachField } from '../../../kernel/each-field.ts'
import type { KeyedRow, Row } from '../store.ts'
import { schemaField, schemaNumber } from './upcast.ts'

/** Fields as they are stored: with what was set aside when they were read. */
export const storedFields = (fields: Row): Row => eachField(fields, asStored)

const rowBeside = (value: unknown) =>
  typeof value === 'object' && value !== null ? [asideOf(value).row] : []

/**
 * A row as every store keeps it: with its schema number, and with all that a newer release wrote into it. One that a newer
 * release wrote keeps that release's number.
 */
export const storedRow = ({ pk, sk, ...row }: KeyedRow): KeyedRow => {
  const beside = [asideOf(row), ...Object.values(row).flatMap(rowBeside)]
  const fields = Object.fromEntries(beside.flatMap((one) => Object.entries(one.fields)))
  const codes = Object.fromEntries(beside.flatMap((one) => Object.entries(one.codes)))
  const whole = settingAside(row, { fields: { [schemaField]: schemaNumber, ...fields }, codes })
  return { ...Object.assign({}, asStored(whole)), pk, sk }
}
