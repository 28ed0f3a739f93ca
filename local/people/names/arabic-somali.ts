import type { Random } from '../random.ts'
import { familyFrom, fromGiven, givenFrom, type Habit } from './habit.ts'
import { ownScripts } from './name-list.ts'
import { draw, ranked } from './ranked.ts'

const usual = { origin: 'arabic-somali', takesNameShare: 0.05, barrelShare: 0 } as const

const written = {
  women: `Fatima=فاطمة, Maryam=مريم, Noor=نور, Layla=ليلى, Aisha=عائشة, Zainab=زينب, Khadija=خديجة, Samira=سميرة,
    Rania=رانيا, Hanan=حنان, Amal=أمل, Yasmin=ياسمين, Huda=هدى, Salma=سلمى, Mona, Nadia, Hala, Iman, Sara, Rana,
    Lina, Dina, Nour, Suad, Wafa, Zahra, Shaimaa, Asmaa, Nawal, Sahar, Rasha, Ghada, Hiba, Manal`,
  men: `Mohammed=محمد, Ahmad=أحمد, Ali=علي, Omar=عمر, Khaled=خالد, Mustafa=مصطفى, Hassan=حسن, Hussein=حسين,
    Ibrahim=إبراهيم, Yousef=يوسف, Mahmoud=محمود, Karim=كريم, Tareq=طارق, Bassam=بسام, Abdullah, Samir, Ziad, Walid,
    Rami, Amr, Tarek, Nabil, Fadi, Jamal, Adel, Hamid, Mazen, Anas, Bilal, Firas, Said, Rashid, Saad, Haider`,
  families: `Hassan=حسن, Al-Masri=المصري, Haddad=حداد, Khalil=خليل, Al-Najjar=النجار, Saleh=صالح, Mansour=منصور,
    Darwish=درويش, Al-Khatib=الخطيب, Nasser=ناصر, Othman=عثمان, Al-Jabouri=الجبوري, Ali, Ahmed, Mohamed, Ibrahim,
    Hussein, Al-Hassan, El-Sayed, Abbas, Salem, Al-Ahmad, Hamdan, Ben Ali, Bouazizi, Al-Shami, Aziz, Al-Zubaidi,
    Jaber, Qasim, Mahmoud, Rashid, Younis, El Amrani`,
}
const arabicGiven = givenFrom(written)

const arabic: Habit = {
  ...usual,
  share: 16,
  middleShare: 0.2,
  leading: {
    share: 0.12,
    names: ranked('Mohammed, Abdul, Mohamed, Ahmed', { width: 2, power: 1 }),
  },
  given: arabicGiven,
  family: familyFrom(written.families, { share: 0.35, draw: fromGiven(arabicGiven) }),
  ownScript: ownScripts(written.women, written.men, written.families),
}

const mensNames = ranked(
  `Abdi, Mohamed, Ahmed, Hassan, Abdirahman, Yusuf, Ismail, Mahad, Liban, Guled, Warsame, Jama, Ali, Omar, Hussein,
    Osman, Farah, Abdullahi, Ibrahim, Aden, Nur, Abdikadir, Mohamud, Said, Isse, Muse, Dahir, Elmi, Hersi,
    Abdulkadir, Bashir, Sharif, Duale, Yasin, Mire, Barre, Dirie, Salad, Awale, Roble`,
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
  `Amina, Hodan, Fadumo, Khadra, Sahra, Ifrah, Ayaan, Halima, Nimo, Deqa, Asha, Hibo, Fatuma, Maryan, Faduma, Hawa,
    Sagal, Idil, Ubah, Zahra, Habiba, Safiya, Ruqiya, Naima, Filsan, Shukri, Saynab, Farhiya, Khadija, Muna, Sumaya,
    Hamdi, Nasra, Qali, Raho, Suado`,
)

export const arabicSomaliHabits: readonly Habit[] = [arabic, somali]
