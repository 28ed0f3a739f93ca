import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import type { LocalCode } from '../../infra/stages/local.ts'
import { generateHouseholds } from '../../local/seed/register.ts'
import type {
  AddressInput,
  AdultInput,
  ChildInput,
  SeedChild,
} from '../../local/seed/seed-types.ts'
import { relationshipsTemplate } from '../../shared/loading/tables/csv.ts'

/** Columns of the tables that are written, as the dataset's scripts make them. */
const columns = {
  ssd_person: [
    'pers_person_id',
    'pers_upn',
    'pers_forename',
    'pers_surname',
    'pers_sex',
    'pers_dob',
    'pers_single_unique_id',
    'pers_expected_dob',
    'pers_death_date',
  ],
  ssd_address: [
    'addr_table_id',
    'addr_person_id',
    'addr_address_type',
    'addr_address_start_date',
    'addr_address_end_date',
    'addr_address_postcode',
    'addr_address_json',
  ],
  ssd_family: ['fami_table_id', 'fami_family_id', 'fami_person_id'],
  ssd_mother: ['moth_table_id', 'moth_person_id', 'moth_childs_person_id', 'moth_childs_dob'],
  ssd_cp_plans: [
    'cppl_cp_plan_id',
    'cppl_person_id',
    'cppl_cp_plan_start_date',
    'cppl_cp_plan_end_date',
  ],
  ssd_cla_episodes: [
    'clae_cla_episode_id',
    'clae_person_id',
    'clae_cla_episode_start_date',
    'clae_cla_episode_ceased_date',
    'clae_cla_episode_ceased_reason',
  ],
  ssd_cin_episodes: [
    'cine_referral_id',
    'cine_person_id',
    'cine_referral_date',
    'cine_close_date',
    'cine_referral_nfa',
  ],
  ssd_involvements: [
    'invo_involvements_id',
    'invo_person_id',
    'invo_professional_team',
    'invo_involvement_start_date',
    'invo_involvement_end_date',
  ],
  relationships: relationshipsTemplate,
} as const satisfies Readonly<Record<string, readonly string[]>>
type TableName = keyof typeof columns
type Row = Readonly<Record<string, string | undefined>>

type Writer = {
  readonly write: (table: TableName, row: Row) => Promise<void>
  readonly end: () => Promise<void>
}

const openTables = async (folder: string): Promise<Writer> => {
  await mkdir(folder, { recursive: true })
  const files = new Map<TableName, WriteStream>()
  for (const table of Object.keys(columns) as TableName[]) {
    const file = createWriteStream(join(folder, `${table}.csv`))
    file.write(stringify([[...columns[table]]]))
    files.set(table, file)
  }
  return {
    write: async (table, row) => {
      const file = files.get(table)
      if (
        file !== undefined &&
        !file.write(stringify([columns[table].map((name) => row[name] ?? '')]))
      )
        await once(file, 'drain')
    },
    end: async () => {
      for (const file of files.values()) {
        file.end()
        await once(file, 'finish')
      }
    },
  }
}

const british = (day: string | undefined): string =>
  day === undefined || day.length < 10 ? '' : day.split('-').toReversed().join('/')

const addressJson = ({ houseNumber, street, town }: AddressInput): string =>
  JSON.stringify({ HOUSE: houseNumber, STREET: street, TOWN: town })

const writeAddresses = async (
  id: string,
  addresses: readonly AddressInput[] | undefined,
  { write }: Writer,
): Promise<void> => {
  for (const [at, address] of (addresses ?? []).entries())
    await write('ssd_address', {
      addr_table_id: `${id}-${at}`,
      addr_person_id: id,
      addr_address_type: 'HOME',
      addr_address_start_date: address.from,
      addr_address_end_date: address.to,
      addr_address_postcode: address.postcode,
      addr_address_json: addressJson(address),
    })
}

const writePerson = async (
  { id, person }: { readonly id: string; readonly person: Row },
  { write }: Writer,
): Promise<void> => write('ssd_person', { pers_person_id: id, ...person })

type StatusInput = ChildInput['status']
type OfStatus = { readonly id: string; readonly key: string; readonly isAdopted: boolean }

/** Which table holds a status, and in which columns; what the dataset has no table for stands as a need. */
const statusRow = (
  { code, from, to }: StatusInput,
  { id, key, isAdopted }: OfStatus,
): readonly [TableName, Row] => {
  if (code === 'PROTECTION_PLAN')
    return [
      'ssd_cp_plans',
      {
        cppl_cp_plan_id: key,
        cppl_person_id: id,
        cppl_cp_plan_start_date: from,
        cppl_cp_plan_end_date: to,
      },
    ]
  if (code === 'LOOKED_AFTER')
    return [
      'ssd_cla_episodes',
      {
        clae_cla_episode_id: key,
        clae_person_id: id,
        clae_cla_episode_start_date: from,
        clae_cla_episode_ceased_date: to,
        clae_cla_episode_ceased_reason: isAdopted ? 'E11 Adopted' : '',
      },
    ]
  return [
    'ssd_cin_episodes',
    {
      cine_referral_id: key,
      cine_person_id: id,
      cine_referral_date: from,
      cine_close_date: code === 'CLOSED' ? from : to,
      cine_referral_nfa: 'N',
    },
  ]
}

const writeStatus = async (id: string, child: ChildInput, { write }: Writer): Promise<void> => {
  const isAdopted = child.status.code === 'ADOPTED'
  for (const [at, status] of [child.status, ...(child.earlierStatuses ?? [])].entries())
    await write(...statusRow(status, { id, key: `${id}-${at}`, isAdopted }))
}

const writeAdult = async (adult: AdultInput, writer: Writer): Promise<void> => {
  const [name] = adult.names
  const { id } = adult
  await writePerson(
    {
      id,
      person: {
        pers_forename: name?.given,
        pers_surname: name?.family,
        pers_sex: adult.sex,
        pers_dob: british(adult.dateOfBirth),
        pers_single_unique_id: adult.nhsNumbers?.[0],
      },
    },
    writer,
  )
  await writeAddresses(id, adult.addresses, writer)
}

const writeRelation = async (id: string, adult: AdultInput, { write }: Writer): Promise<void> => {
  if (adult.relationship === 'MOTHER')
    await write('ssd_mother', {
      moth_table_id: `${id}-${adult.id}`,
      moth_person_id: adult.id,
      moth_childs_person_id: id,
    })
  await write('relationships', {
    child_id: id,
    adult_id: adult.id,
    relationship: adult.relationship,
    parental_responsibility: adult.parentalResponsibility?.charAt(0),
    restricted: 'N',
  })
}

const writeChild = async ({ id, child }: SeedChild, writer: Writer): Promise<void> => {
  const person = {
    pers_upn: child.uniquePupilNumber,
    pers_forename: child.name?.given,
    pers_surname: child.name?.family,
    pers_sex: child.sex,
    pers_dob: british(child.dateOfBirth),
    pers_single_unique_id: child.nhsNumber,
    pers_expected_dob: british(child.expectedDateOfDelivery),
  }
  await writePerson({ id, person }, writer)
  await writeAddresses(id, child.addresses, writer)
  await writeStatus(id, child, writer)
  if (child.allocatedTeam !== undefined)
    await writer.write('ssd_involvements', {
      invo_involvements_id: `${id}-1`,
      invo_person_id: id,
      invo_professional_team: child.allocatedTeam,
      invo_involvement_start_date: child.status.from,
    })
  for (const adult of child.adults) await writeRelation(id, adult, writer)
}

type Wanted = {
  readonly authority: LocalCode
  readonly children: number
  readonly today: Date
}

/** Writes the tables of one authority with so many invented children and their families, one family in memory. */
export const writeSsd = async (
  folder: string,
  { authority, children, today }: Wanted,
): Promise<void> => {
  const writer = await openTables(folder)
  let left = children
  for (const household of generateHouseholds({ today })) {
    const own = household.children.filter((one) => one.authority === authority).slice(0, left)
    const adults = new Map(
      own.flatMap(({ child }) => child.adults.map((one) => [one.id, one] as const)),
    )
    for (const adult of adults.values()) await writeAdult(adult, writer)
    for (const child of own) {
      await writeChild(child, writer)
      await writer.write('ssd_family', {
        fami_table_id: child.id,
        fami_family_id: `F-${own[0]?.id ?? ''}`,
        fami_person_id: child.id,
      })
    }
    left -= own.length
    if (left <= 0) break
  }
  await writer.end()
}
