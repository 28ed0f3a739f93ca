import { groupsOf } from '../../../local/people/names/name-groups.ts'
import type { Culture } from '../culture.ts'
import { frequencies } from '../frequencies.ts'
import * as slip from '../name-slips.ts'

// Given names are borne by women and men alike; Singh or Kaur says which.
const given =
  frequencies(`Gurpreet, Harpreet, Jaspreet, Manpreet, Kuldeep, Balwinder, Jaswinder, Sukhwinder, Parminder, Baljit, Harjit, Daljit,
  Navdeep, Amandeep, Kulwinder, Surinder, Balbir, Ravinder, Rajinder, Gurmeet, Satwinder, Kamaljit, Ranjit, Sarbjit, Navjot, Rupinder,
  Jasvir, Amarjit, Manjit, Surjit, Tejinder, Gurdeep, Hardeep, Lakhvir, Jagdeep, Inderjit, Simran, Kiran, Amrit, Satnam`)

export const sikh: Culture = {
  name: 'Sikh',
  given: { F: given, M: given },
  after: {
    F: { share: 0.55, names: frequencies('Kaur 100') },
    M: { share: 0.55, names: frequencies('Singh 100') },
  },
  families:
    frequencies(`Singh 45, Gill 6, Dhillon 4, Sandhu 4, Sidhu 4, Grewal 3, Bains 2, Johal 2, Atwal, Mann, Rai, Dhaliwal, Virk, Uppal, Kang, Sohal, Basra, Purewal,
    Dosanjh, Sahota, Samra, Hayer, Nijjar, Sangha, Bhogal, Matharu`),
  familiesOfWomen: { share: 0.45, names: frequencies('Kaur 100') },
  feminine: (family) => (family === 'Singh' ? 'Kaur' : family),
  lineage: 'family',
  takesNameShare: 0.7,
  sharedWordShare: 0,
  firstOfJanuaryShare: 0.05,
  sharedHouseShare: 0.1,
  spellings:
    groupsOf(`gurpreet gurprit gopi / harpreet harprit preet / jaspreet jasprit jas / manpreet manprit mani / kuldeep kuldip / balwinder balvinder bal /
    jaswinder jasvinder jas / sukhwinder sukhvinder sukhi / parminder perminder pam / baljit baljeet / harjit harjeet / daljit daljeet / navdeep navdip nav /
    amandeep aman / kulwinder kulvinder / surinder surender / ravinder ravinder ravi / rajinder rajinderpal raj / kamaljit kamaljeet kamal / ranjit ranjeet /
    sarbjit sarbjeet / rupinder roopinder / jasvir jasveer / amarjit amarjeet / manjit manjeet / surjit surjeet / inderjit inderjeet / hardeep hardip /
    lakhvir lakhveer / singh sing sinh / kaur kour cor / dhillon dhilon / sandhu sandhoo / sidhu siddhu / grewal garewal / dhaliwal dhariwal / johal johl`),
  slips: [
    { share: 25, slip: slip.afterAsFamily },
    { share: 20, slip: slip.calledOnly },
    { share: 28, slip: slip.respelt },
    { share: 10, slip: slip.womansWord },
    { share: 8, slip: slip.familyOfOtherSex },
    { share: 8, slip: slip.otherFamily },
    { share: 5, slip: slip.givenTakenForFamily },
    { share: 4, slip: slip.exchanged },
    { share: 3, slip: slip.inOneField },
  ],
}
