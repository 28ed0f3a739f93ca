import { describe, expect, it } from 'vitest'
import { childrenOf, countsOf, loadTables, type Tables } from '../../builders/loading.ts'

/** Tables as a case system's script makes them: moments for days, a mother who is a person, an address that is kept. */
const tables: Tables = {
  'ssd_person.csv': [
    {
      pers_person_id: 'C1',
      pers_forename: 'Ivy',
      pers_surname: 'Larkin',
      pers_sex: 'F',
      pers_dob: '2015-05-31T23:00:00Z',
      pers_expected_dob: '',
      pers_single_unique_id: '999 030 4130',
      pers_upn: 'NULL',
      pers_death_date: '',
    },
    {
      pers_person_id: 'C2',
      pers_forename: 'Unborn',
      pers_surname: 'Larkin',
      pers_sex: '0',
      pers_dob: '',
      pers_expected_dob: '01/02/2027',
    },
    {
      pers_person_id: 'A1',
      pers_forename: 'Rosa',
      pers_surname: 'Larkin',
      pers_sex: 'F',
      pers_dob: '1990-02-03 00:00:00.000',
    },
    {
      pers_person_id: 'A2',
      pers_forename: 'Colm',
      pers_surname: 'Dunne',
      pers_sex: 'M',
      pers_dob: '04/05/1988',
    },
  ],
  'ssd_address.csv': [
    {
      addr_person_id: 'C1',
      addr_address_start_date: '2024-01-01',
      addr_address_end_date: '',
      addr_address_postcode: 'ab12cd',
      addr_address_json:
        '{"FLAT":"2","HOUSE":"14","STREET":"Mill Lane","TOWN":"Kirkton","UPRN":"100012345678"}',
    },
    {
      addr_person_id: 'C1',
      addr_address_start_date: '2020-01-01',
      addr_address_end_date: '2024-01-01',
      addr_address_postcode: 'AB1 9ZZ',
      addr_address_json: '{"HOUSE":"3","STREET":"High Street"}',
    },
    {
      addr_person_id: 'A1',
      addr_address_start_date: '2024-01-01',
      addr_address_end_date: '',
      addr_address_postcode: 'CON',
      addr_address_json: '{}',
    },
  ],
  'ssd_mother.csv': [
    { moth_person_id: 'A1', moth_childs_person_id: 'C1', moth_childs_dob: '2015-06-01' },
    { moth_person_id: 'A1', moth_childs_person_id: 'C2', moth_childs_dob: '' },
  ],
  'ssd_family.csv': ['C1', 'A1', 'A2'].map((fami_person_id) => ({
    fami_family_id: 'F1',
    fami_person_id,
  })),
  'ssd_cin_episodes.csv': [
    {
      cine_person_id: 'C1',
      cine_referral_date: '2025-03-01',
      cine_close_date: '',
      cine_referral_nfa: 'N',
    },
    {
      cine_person_id: 'C2',
      cine_referral_date: '2026-11-02',
      cine_close_date: '',
      cine_referral_nfa: 'Y',
    },
  ],
  'ssd_cp_plans.csv': [
    {
      cppl_person_id: 'C1',
      cppl_cp_plan_start_date: '2025-06-01',
      cppl_cp_plan_end_date: '',
    },
  ],
  'ssd_cla_episodes.csv': [
    {
      clae_person_id: 'C1',
      clae_cla_episode_start_date: '2019-01-01',
      clae_cla_episode_ceased_date: '2019-06-01',
      clae_cla_episode_ceased_reason: 'E4A Returned home',
    },
    {
      clae_person_id: 'C1',
      clae_cla_episode_start_date: '2019-06-01',
      clae_cla_episode_ceased_date: '2019-09-01',
      clae_cla_episode_ceased_reason: 'E4A',
    },
  ],
  'ssd_involvements.csv': [
    {
      invo_person_id: 'C1',
      invo_professional_team: 'Assessment team 4',
      invo_involvement_start_date: '2025-03-02',
      invo_involvement_end_date: '',
    },
    {
      invo_person_id: 'C1',
      invo_professional_team: 'Duty',
      invo_involvement_start_date: '2025-03-01',
      invo_involvement_end_date: '2025-03-02',
    },
  ],
}

describe('tables of the Standard Safeguarding Dataset', () => {
  it('make a child with its address history, statuses, team and adults', async () => {
    const { C1 } = childrenOf(await loadTables(tables))
    expect(C1).toMatchObject({
      name: { given: 'Ivy', family: 'Larkin' },
      dateOfBirth: '2015-06-01',
      sex: 'F',
      nhsNumber: '9990304130',
      status: { code: 'PROTECTION_PLAN', from: '2025-06-01' },
      earlierStatuses: [
        { code: 'IN_NEED', from: '2025-03-01' },
        { code: 'LOOKED_AFTER', from: '2019-01-01', to: '2019-09-01' },
      ],
      allocatedTeam: 'Assessment team 4',
    })
    expect(C1?.addresses).toEqual([
      {
        houseNumber: 'Flat 2 14',
        street: 'Mill Lane',
        town: 'Kirkton',
        postcode: 'AB1 2CD',
        uprn: '100012345678',
        from: '2024-01-01',
      },
      {
        houseNumber: '3',
        street: 'High Street',
        postcode: 'AB1 9ZZ',
        from: '2020-01-01',
        to: '2024-01-01',
      },
    ])
  })

  it('relate the mother, and by a family alone whoever else is grown', async () => {
    const { C1, C2 } = childrenOf(await loadTables(tables))
    expect(C1?.adults.map(({ id, relationship }) => [id, relationship])).toEqual([
      ['A1', 'MOTHER'],
      ['A2', 'OTHER'],
    ])
    expect(C2?.adults.map(({ id }) => id)).toEqual(['A1'])
  })

  it('restrict an address that the source keeps to itself', async () => {
    const { C1 } = childrenOf(await loadTables(tables))
    expect(C1?.adults[0]).toMatchObject({ restricted: { address: true }, addresses: [] })
  })

  it('take an unborn child, and close a referral on which nothing followed', async () => {
    const { C2 } = childrenOf(await loadTables(tables))
    expect(C2).toMatchObject({
      expectedDateOfDelivery: '2027-02-01',
      sex: 'U',
      status: { code: 'CLOSED', from: '2026-11-02' },
    })
  })

  it('say what is wrong, and load no adult as a child', async () => {
    const loaded = await loadTables(tables)
    expect(Object.keys(childrenOf(loaded))).toEqual(['C1', 'C2'])
    expect(countsOf(loaded)).toEqual({
      ADDRESS_CONFIDENTIAL: 1,
      NAME_PLACEHOLDER: 1,
      RELATION_UNSAID: 1,
    })
  })
})
