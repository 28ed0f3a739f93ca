import type { ReferrerId } from './clients.ts'
import type { ConcernInput } from './seed-types.ts'

type Referrer = ConcernInput['referrer']

/** Who writes for each service. Telephone numbers are from the end of Ofcom's drama range, which no family has. */
const people = {
  'westmarch-substance-misuse': [
    ['Ines Marlowe', 'Recovery worker', '01632 960961'],
    ['Colin Stoddart', 'Senior recovery worker', '01632 960962'],
    ['Dr Anneka Pillai', 'Addiction psychiatrist', '01632 960963'],
  ],
  'westmarch-mental-health': [
    ['Fergus Abernethy', 'Community psychiatric nurse', '01632 960971'],
    ['Yetunde Fashola', 'Crisis team practitioner', '01632 960972'],
    ['Dr Ruth Cavendish', 'Consultant psychiatrist', '01632 960973'],
  ],
  'northmoor-domestic-abuse': [
    ['Saoirse Kell', 'Independent domestic violence adviser', '01632 960981'],
    ['Parveen Lodhi', 'Outreach worker', '01632 960982'],
  ],
  'eastvale-learning-disability': [
    ['Gwilym Treharne', 'Learning disability nurse', '01632 960991'],
    ['Marcia Boothroyd', 'Social worker, adults', '01632 960992'],
  ],
} as const satisfies Record<ReferrerId, readonly (readonly [string, string, string])[]>

const mailbox = (name: string): string =>
  name.replace(/^Dr /, '').toLowerCase().replaceAll(' ', '.')

/** The practitioner whose turn it is; `turn` only spreads the work. */
export const practitionerOf = (client: ReferrerId, turn: number): Referrer => {
  const team = people[client]
  const [name, role, phone] = team[turn % team.length] ?? team[0]
  return {
    name,
    role,
    secureEmail: `${mailbox(name)}@secure-mail.example`,
    phone,
    outOfHours: 'Duty desk, 01632 960999',
    workBase: 'Team base; ring first',
  }
}
