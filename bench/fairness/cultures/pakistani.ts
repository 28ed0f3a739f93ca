import type { Culture } from '../culture.ts'
import { frequencies } from '../frequencies.ts'
import * as slip from '../name-slips.ts'
import { muslimSpellings } from './muslim-spellings.ts'

export const pakistani: Culture = {
  name: 'Pakistani',
  given: {
    F: frequencies(`Fatima, Ayesha, Shazia, Saima, Nadia, Rukhsana, Shabana, Nasreen, Farzana, Samina, Zainab, Maryam, Sadia, Rubina, Hafsa,
      Iqra, Bushra, Tahira, Kiran, Amina, Noreen, Yasmin, Rashida, Parveen, Shamim, Zahida, Robina, Uzma, Sobia, Shaheen, Nighat,
      Kalsoom, Mehwish, Humaira, Naila, Sajida, Khadija, Khalida, Nazia, Aneela`),
    M: frequencies(`Imran, Asif, Tariq, Khalid, Usman, Bilal, Hamza, Faisal, Nasir, Adnan, Shahid, Waqas, Kashif, Rizwan, Zubair, Ibrahim,
      Yusuf, Aamir, Amjad, Javed, Arshad, Sajid, Naveed, Nadeem, Waseem, Yasir, Shabir, Zahid, Shafiq, Pervez, Saqib, Haroon, Umar,
      Hassan, Hussain, Ali, Ahmed, Saleem, Rashid, Karim, Anwar, Iqbal, Akram, Farooq`),
  },
  before: {
    M: {
      share: 0.5,
      names: frequencies(
        'Mohammed 40, Muhammad 25, Mohammad 15, Syed 6, Abdul 6, Ghulam 4, Raja 2, Malik 2',
      ),
    },
    F: { share: 0.05, names: frequencies('Syeda 60, Umme 40') },
  },
  after: { F: { share: 0.15, names: frequencies('Bibi 40, Begum 30, Akhtar, Kausar, Parveen') } },
  families:
    frequencies(`Khan 14, Hussain 11, Ahmed 8, Ali 7, Mahmood 5, Shah 4, Malik 3, Iqbal 3, Akhtar 2, Mirza 2, Qureshi, Chaudhry, Butt, Rafiq, Siddiqui, Baig, Raja,
    Anwar, Aslam, Bashir, Saleem, Rashid, Nawaz, Akram, Sheikh, Ashraf, Hanif, Latif, Yousaf, Zaman, Abbasi, Mughal, Janjua, Rehman, Sarwar`),
  familiesOfWomen: {
    share: 0.4,
    names: frequencies(
      'Bibi 30, Begum 25, Akhtar 15, Kausar 10, Parveen 8, Jabeen, Khatoon, Sultana',
    ),
  },
  lineage: 'family',
  takesNameShare: 0.25,
  sharedWordShare: 0.8,
  firstOfJanuaryShare: 0.1,
  sharedHouseShare: 0.1,
  spellings: muslimSpellings,
  slips: [
    { share: 35, slip: slip.otherBefore },
    { share: 30, slip: slip.respelt },
    { share: 10, slip: slip.firstWordOnly },
    { share: 12, slip: slip.womansWord },
    { share: 8, slip: slip.otherFamily },
    { share: 6, slip: slip.exchanged },
    { share: 4, slip: slip.inOneField },
    { share: 3, slip: slip.givenTakenForFamily },
    { share: 2, slip: slip.initials },
  ],
}
