import { somaliNames } from '../../../local/seed/names/african-names.ts'
import { arabicNames } from '../../../local/seed/names/arabic-names.ts'
import type { Random } from '../../../local/seed/random.ts'
import { draw, ranked } from '../ranked.ts'
import { familyFrom, fromGiven, givenFrom, type Habit, longer } from './habit.ts'

const usual = { origin: 'arabic-somali', takesNameShare: 0.05, barrelShare: 0 } as const

const arabicGiven = givenFrom({
  women: longer(
    arabicNames.women,
    `Mona, Nadia, Hala, Iman, Sara, Rana, Lina, Dina, Nour, Suad, Wafa, Zahra, Shaimaa,
      Asmaa, Nawal, Sahar, Rasha, Ghada, Hiba, Manal`,
  ),
  men: longer(
    arabicNames.men,
    `Abdullah, Samir, Ziad, Walid, Rami, Amr, Tarek, Nabil, Fadi, Jamal, Adel, Hamid, Mazen,
      Anas, Bilal, Firas, Said, Rashid, Saad, Haider`,
  ),
})

const arabic: Habit = {
  ...usual,
  share: 16,
  middleShare: 0.2,
  leading: {
    share: 0.12,
    names: ranked(['Mohammed', 'Abdul', 'Mohamed', 'Ahmed'], { width: 2, power: 1 }),
  },
  given: arabicGiven,
  family: familyFrom(
    longer(
      arabicNames.families,
      `Ali, Ahmed, Mohamed, Ibrahim, Hussein, Al-Hassan, El-Sayed, Abbas, Salem,
    Al-Ahmad, Hamdan, Ben Ali, Bouazizi, Al-Shami, Aziz, Al-Zubaidi, Jaber, Qasim, Mahmoud, Rashid, Younis, El Amrani`,
    ),
    { share: 0.35, draw: fromGiven(arabicGiven) },
  ),
}

const mensNames = ranked(
  longer(
    somaliNames.men,
    `Ali, Omar, Hussein, Osman, Farah, Abdullahi, Ibrahim, Aden, Nur, Abdikadir, Mohamud, Said, Isse,
    Muse, Dahir, Elmi, Hersi, Abdulkadir, Bashir, Sharif, Duale, Yasin, Mire, Barre, Dirie, Salad, Awale, Roble`,
  ),
)

/** A person's own name, the father's and the grandfather's. */
const somali: Habit = {
  ...usual,
  share: 14,
  middleShare: 0,
  isPatronymic: true,
  given: (random: Random, sex) => draw(random, sex === 'F' ? womensNames : mensNames),
  family: (random) => `${draw(random, mensNames)} ${draw(random, mensNames)}`,
}

const womensNames = ranked(
  longer(
    somaliNames.women,
    `Fatuma, Maryan, Faduma, Hawa, Sagal, Idil, Ubah, Zahra, Habiba, Safiya, Ruqiya, Naima, Filsan,
    Shukri, Saynab, Farhiya, Khadija, Muna, Sumaya, Hamdi, Nasra, Qali, Raho, Suado`,
  ),
)

export const arabicSomaliHabits: readonly Habit[] = [arabic, somali]
