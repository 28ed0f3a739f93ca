import { present } from '../../kernel/present.ts'
import type { StatusCode } from '../../register/child-status.ts'
import type { Fact } from '../fact.ts'
import { isYes } from '../values.ts'
import type { TableForm } from './table.ts'

type Columns = Readonly<Record<string, string | readonly string[]>>

/** Column names of the Standard Safeguarding Dataset as they are; a second one is that of an earlier version. */
const columnsOf = (columns: Columns): TableForm['columns'] =>
  Object.fromEntries(
    Object.entries(columns).map(([ours, theirs]) => [
      ours,
      typeof theirs === 'string' ? [theirs] : theirs,
    ]),
  )

const person: TableForm = {
  name: 'ssd_person',
  columns: columnsOf({
    id: 'pers_person_id',
    given: 'pers_forename',
    family: 'pers_surname',
    birth: 'pers_dob',
    expected: 'pers_expected_dob',
    sex: 'pers_sex',
    nhsNumber: 'pers_single_unique_id',
    pupilNumber: 'pers_upn',
    died: 'pers_death_date',
  }),
  needs: ['id', 'birth'],
  idIn: 'id',
  factsOf: ({ id: _, ...told }, at) => [{ of: 'person', ...at, told }],
}

const address: TableForm = {
  name: 'ssd_address',
  columns: columnsOf({
    id: 'addr_person_id',
    from: ['addr_address_start_date', 'addr_address_start'],
    to: ['addr_address_end_date', 'addr_address_end'],
    postcode: 'addr_address_postcode',
    whole: 'addr_address_json',
  }),
  needs: ['id', 'postcode'],
  idIn: 'id',
  factsOf: ({ id: _, ...told }, at) => [{ of: 'address', ...at, told }],
}

const family: TableForm = {
  name: 'ssd_family',
  columns: columnsOf({ id: 'fami_person_id', family: 'fami_family_id' }),
  needs: ['id', 'family'],
  idIn: 'id',
  factsOf: ({ family: id }, at) =>
    id === undefined ? [] : [{ of: 'family', ...at, family: id } satisfies Fact],
}

const mother: TableForm = {
  name: 'ssd_mother',
  columns: columnsOf({ adult: 'moth_person_id', id: 'moth_childs_person_id' }),
  needs: ['id', 'adult'],
  idIn: 'id',
  factsOf: ({ adult }, at) =>
    adult === undefined
      ? []
      : [{ of: 'relation', ...at, adult, told: { relationship: 'MOTHER' } } satisfies Fact],
}

const statusOver =
  (code: StatusCode): TableForm['factsOf'] =>
  ({ from, to }, at) => [{ of: 'status', ...at, told: present({ code, from, to }) }]

const plans: TableForm = {
  name: 'ssd_cp_plans',
  columns: columnsOf({
    id: 'cppl_person_id',
    from: 'cppl_cp_plan_start_date',
    to: 'cppl_cp_plan_end_date',
  }),
  needs: ['id', 'from'],
  idIn: 'id',
  factsOf: statusOver('PROTECTION_PLAN'),
}

/** What a reason for which an episode ceased makes of the child. @see DfE, Children looked after guide: E11–E12, E43–E48 */
const afterCare = (reason: string | undefined): StatusCode | undefined => {
  if (reason === undefined) return undefined
  if (/^E1[12]\b/.test(reason)) return 'ADOPTED'
  return /^E4[3-8]\b/.test(reason) ? 'SPECIAL_GUARDIANSHIP' : undefined
}

const lookedAfter: TableForm = {
  name: 'ssd_cla_episodes',
  columns: columnsOf({
    id: 'clae_person_id',
    from: ['clae_cla_episode_start_date', 'clae_cla_episode_start'],
    to: ['clae_cla_episode_ceased_date', 'clae_cla_episode_ceased'],
    reason: ['clae_cla_episode_ceased_reason', 'clae_cla_episode_cease_reason'],
  }),
  needs: ['id', 'from'],
  idIn: 'id',
  factsOf: ({ reason, ...cells }, at) => {
    const after = afterCare(reason)
    const told = present({ code: after, from: cells['to'] })
    return [
      ...statusOver('LOOKED_AFTER')(cells, at),
      ...(after === undefined ? [] : [{ of: 'status', ...at, told } satisfies Fact]),
    ]
  },
}

/** A referral on which nothing followed ends on the day on which it came. */
const inNeed: TableForm = {
  name: 'ssd_cin_episodes',
  columns: columnsOf({
    id: 'cine_person_id',
    from: 'cine_referral_date',
    to: 'cine_close_date',
    nothingFollowed: 'cine_referral_nfa',
  }),
  needs: ['id', 'from'],
  idIn: 'id',
  factsOf: ({ from, to, nothingFollowed }, at) => {
    const isNothing = nothingFollowed !== undefined && isYes(nothingFollowed) === true
    return statusOver('IN_NEED')({ from, to: isNothing ? (to ?? from) : to }, at)
  },
}

const involvements: TableForm = {
  name: 'ssd_involvements',
  columns: columnsOf({
    id: 'invo_person_id',
    team: 'invo_professional_team',
    from: 'invo_involvement_start_date',
    to: 'invo_involvement_end_date',
  }),
  needs: ['id', 'team'],
  idIn: 'id',
  factsOf: ({ id: _, ...told }, at) => [{ of: 'team', ...at, told }],
}

/** Tables of the Standard Safeguarding Dataset that say who children and their adults are, and how social care works with them. */
export const ssdTables = [
  person,
  address,
  family,
  mother,
  plans,
  lookedAfter,
  inNeed,
  involvements,
] as const satisfies readonly TableForm[]
