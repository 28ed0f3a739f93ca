import type { Culture } from '../culture.ts'
import { frequencies } from '../frequencies.ts'
import * as slip from '../name-slips.ts'
import { muslimSpellings } from './muslim-spellings.ts'

export const bangladeshi: Culture = {
  name: 'Bangladeshi',
  given: {
    F: frequencies(`Rahima, Fatema, Shirin, Nazma, Ruksana, Taslima, Nasima, Rehana, Salma, Jannat, Lutfa, Hasina, Shahanara, Monwara, Rina,
      Shefa, Ayesha, Amina, Rokeya, Sufia, Tahmina, Nazia, Farhana, Fahmida, Halima, Jahanara, Momtaz, Poly, Sultana, Shahida`),
    M: frequencies(`Rahim, Karim, Shafiq, Kamal, Rafiqul, Jahangir, Anwar, Habibur, Mizanur, Faruk, Selim, Tofayel, Nurul, Ruhul, Aminul, Mahbub,
      Motiur, Saiful, Shamsul, Azizur, Jamal, Monir, Nazrul, Tariq, Imran, Rubel, Sadik, Hannan, Mannan, Malik, Salam, Jalil`),
  },
  before: {
    M: {
      share: 0.6,
      names: frequencies('Md 35, Mohammed 25, Abdul 25, Syed 5, Muhammad 5, Shah 5'),
    },
    F: { share: 0.12, names: frequencies('Mst 50, Syeda 25, Most 25') },
  },
  families:
    frequencies(`Miah 14, Rahman 11, Islam 10, Uddin 9, Ali 9, Hossain 6, Chowdhury 5, Haque 4, Ahmed 6, Khan 4, Karim, Choudhury, Talukdar, Sikder, Alam, Hussain,
    Bhuiyan, Sarkar, Ullah, Malik, Kabir`),
  familiesOfWomen: {
    share: 0.75,
    names: frequencies('Begum 55, Khatun 17, Akter 10, Bibi 6, Khanom 4, Sultana, Parvin, Nessa'),
  },
  lineage: 'family',
  takesNameShare: 0.08,
  sharedWordShare: 0.8,
  firstOfJanuaryShare: 0.14,
  sharedHouseShare: 0.1,
  spellings: muslimSpellings,
  slips: [
    { share: 35, slip: slip.otherBefore },
    { share: 30, slip: slip.respelt },
    { share: 10, slip: slip.firstWordOnly },
    { share: 12, slip: slip.womansWord },
    { share: 5, slip: slip.exchanged },
    { share: 5, slip: slip.givenTakenForFamily },
    { share: 4, slip: slip.inOneField },
    { share: 4, slip: slip.otherFamily },
  ],
}
