import type { PairRow } from './read-pairs.ts'

const listOf = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each !== '')

/** A name of which the last word is the family's. */
const nameOf = (text: string) => {
  const [, given, family] = /^(.+)\s(\S+)$/.exec(text) ?? []
  return family === undefined ? { given: text } : { given, family }
}

const addressOf = (text: string) => {
  const [houseNumber, street, town, postcode] = text.split(',').map((each) => each.trim())
  return { houseNumber, street, town, postcode }
}

type Side = 'register' | 'query'

const currentAddress = (row: PairRow, side: Side) => ({
  houseNumber: row[`${side}_house`],
  street: row[`${side}_street`],
  town: row[`${side}_town`],
  postcode: row[`${side}_postcode`],
  uprn: row[`${side}_uprn`],
})

const personOf = (row: PairRow, side: Side) => ({
  names: [
    { given: row[`${side}_given`], family: row[`${side}_family`] },
    ...listOf(row[`${side}_other_names`]).map(nameOf),
  ],
  dateOfBirth: row[`${side}_dob`],
  sex: row[`${side}_sex`],
  addresses: [
    currentAddress(row, side),
    ...listOf(row[`${side}_other_addresses`]).map(addressOf),
  ].filter((address) => Object.values(address).some((part) => part)),
  nhsNumbers: listOf(row[`${side}_nhs_number`]),
  phones: listOf(row[`${side}_phone`]),
  emails: listOf(row[`${side}_email`]),
})

/** "Baby of Jane 2026-02-03" */
const childrenOf = (row: PairRow, side: Side) =>
  listOf(row[`${side}_children`]).map((text) => {
    const [, name, dateOfBirth] = /^(.*?)\s*(\d{4}[\d-]*)?$/.exec(text) ?? []
    return { name, dateOfBirth }
  })

/** "r2: John Hartwell 1994-11-20": somebody else of the first entry's address and sex. */
const furtherEntries = (row: PairRow) =>
  listOf(row['more_register_entries']).map((text) => {
    const [, id, name = '', dateOfBirth] = /^(\w+):\s*(.*?)\s*(\d{4}[\d-]*)?$/.exec(text) ?? []
    const { sex, addresses } = personOf(row, 'register')
    return { id, person: { names: [nameOf(name)], dateOfBirth, sex, addresses } }
  })

/** The row as a line of `npm run match`; the first entry of its register is r1. */
export const lineOf = (row: PairRow) => ({
  id: row['id'],
  register: [
    { id: 'r1', person: personOf(row, 'register'), children: childrenOf(row, 'register') },
    ...furtherEntries(row),
  ],
  query: { person: personOf(row, 'query'), children: childrenOf(row, 'query') },
})
