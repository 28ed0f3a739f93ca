import type { Culture } from '../culture.ts'
import { frequencies } from '../frequencies.ts'
import * as slip from '../name-slips.ts'
import { muslimSpellings } from './muslim-spellings.ts'

/** Of Syria, Iraq, Egypt, Yemen, Morocco. */
export const arabic: Culture = {
  name: 'Arabic',
  given: {
    F: frequencies(`Fatima 7, Maryam 5, Aisha 4, Noor, Layla, Zainab, Khadija, Samira, Rania, Hanan, Amal, Yasmin, Huda, Salma, Mona, Nadia, Hala, Iman, Sara,
      Rana, Lina, Dina, Suad, Wafa, Zahra, Shaimaa, Nawal, Sahar, Rasha, Ghada, Hiba, Manal`),
    M: frequencies(`Mohamed 14, Ahmad 8, Ali 6, Omar 4, Hassan 4, Hussein 3, Khaled 3, Mustafa, Ibrahim, Yousef, Mahmoud, Karim, Tareq, Bassam, Abdullah, Samir, Ziad, Walid, Rami,
      Amr, Nabil, Fadi, Jamal, Adel, Hamid, Mazen, Anas, Firas, Said, Rashid, Saad, Haider`),
  },
  before: { M: { share: 0.12, names: frequencies('Mohamed 50, Abdul 30, Ahmad 20') } },
  after: {
    F: {
      share: 0.25,
      names: frequencies('Mohamed 20, Ali, Hassan, Ahmad, Ibrahim, Mahmoud, Khalil, Yousef'),
    },
    M: {
      share: 0.3,
      names: frequencies('Mohamed 15, Ali, Hassan, Ahmad, Ibrahim, Mahmoud, Khalil, Yousef, Saleh'),
    },
  },
  families:
    frequencies(`Hassan, Ali, Ahmed, Mohamed, Ibrahim, Al-Masri, Haddad, Khalil, Al-Najjar, Saleh, Mansour, Darwish, Al-Khatib, Nasser, Othman, Al-Jabouri, Hussein,
    Al-Hassan, El-Sayed, Abbas, Salem, Al-Ahmad, Hamdan, Ben Ali, Bouazizi, Al-Shami, Aziz, Al-Zubaidi, Jaber, Qasim, Mahmoud, Younis, El Amrani, Al Obaidi`),
  lineage: 'family',
  takesNameShare: 0.05,
  sharedWordShare: 0.3,
  firstOfJanuaryShare: 0.15,
  sharedHouseShare: 0.14,
  spellings: muslimSpellings,
  slips: [
    { share: 34, slip: slip.respelt },
    { share: 22, slip: slip.withoutParticle },
    { share: 18, slip: slip.calledOnly },
    { share: 8, slip: slip.exchanged },
    { share: 6, slip: slip.givenTakenForFamily },
    { share: 6, slip: slip.grandfatherAdded },
    { share: 6, slip: slip.inOneField },
  ],
}
