import { englishGiven } from './english-given.ts'
import { englishSurname } from './english-surnames.ts'
import { westAfricanTail } from './family-tails.ts'
import { familyFrom, givenFrom, type Habit } from './habit.ts'

/** Many adults go by an English name with some services and by the other at home: both are among the given names. */
const westAfrican: Habit = {
  origin: 'west-african',
  share: 24,
  middleShare: 0.75,
  takesNameShare: 0.7,
  barrelShare: 0.04,
  given: givenFrom({
    women: `Blessing, Ngozi, Abena, Folake, Grace, Chioma, Akosua, Temitope, Adaeze, Patience, Yetunde, Efua, Amara,
    Comfort, Esther, Mary, Joy, Florence, Olufunke, Ama, Adwoa, Mercy, Victoria, Nkechi, Funmilayo, Omolara, Ifeoma,
    Akua, Gifty, Ebele, Titilayo, Faith, Vivian, Aminata, Fatoumata, Isatou`,
    men: `Emmanuel, Chukwuemeka, Kwame, Oluwaseun, Samuel, Babatunde, Kofi, Ikechukwu, Daniel, Yaw, Obinna, Ayodele,
    Kwabena, Michael, David, Joseph, Kwasi, Chinedu, Olumide, Femi, Tunde, Kwaku, Nana, Ebenezer, Isaac, Felix,
    Chidi, Uche, Segun, Godwin, Sunday, Moses, Ousmane, Mamadou`,
    girls: `Deborah, Esther, Favour, Zion, Naomi, Chidera, Tiwa, Ama, Nana, Abigail, Princess, Zara, Ayomide, Inioluwa`,
    boys: `David, Joshua, Daniel, Emmanuel, Jayden, Michael, Chidera, Kwame, Ayomide, Toluwani, Nathan, Ezekiel, Kofi`,
  }),
  family: familyFrom(
    `Okafor, Adeyemi, Mensah, Okonkwo, Owusu, Adebayo, Boateng, Eze, Asante, Nwosu, Ogunleye, Appiah, Balogun, Osei,
    Adeleke, Agyemang, Addo, Ofori, Amoah, Antwi, Bello, Ogunbanjo, Obi, Onyeka, Okeke, Nwachukwu, Amponsah,
    Frimpong, Sarpong, Danso, Kamara, Sesay, Koroma, Jallow, Ceesay, Diallo, Bangura, Akintola, Oladipo, Olawale,
    Okoro, Eze-Obi, Opoku, Yeboah, Acheampong, Gyamfi, Darko, Afolabi, Salami`,
    { share: 0.45, draw: westAfricanTail },
  ),
}

const caribbeanFamily = familyFrom(
  `Campbell, Brown, Williams, Francis, Grant, Gordon, Bailey, Reid, Clarke, Powell, Morgan, Blake, Samuels,
    Pinnock, Lewis, Thomas, Joseph, Henry, Charles, Edwards, Richards, James, Stewart, Thompson, Walters, Barrett,
    Gayle, Bryan, McKenzie, Palmer, Daley, Hinds, Alleyne, Forde, Beckford`,
)
const caribbeanGiven = givenFrom({
  women: `Natasha, Simone, Michelle, Sharon, Keisha, Monique, Marcia, Tamara, Chantelle, Paulette, Yvonne, Shanice,
    Aaliyah, Beverley, Claudette, Dionne, Jacqueline, Lorna, Sonia, Tanisha, Shanelle, Kadisha`,
  men: `Marcus, Jermaine, Leon, Tyrone, Curtis, Winston, Andre, Delroy, Dwayne, Jerome, Nathaniel, Errol, Devon, Kemar,
    Anthony, Michael, Carlton, Everton, Trevor, Kieron, Rashaan, Omari, Tyrell, Devante`,
})

const caribbean: Habit = {
  origin: 'caribbean',
  share: 15,
  middleShare: 0.6,
  takesNameShare: 0.65,
  barrelShare: 0.08,
  given: (random, sex, year) =>
    (random.chance(0.6) ? caribbeanGiven : englishGiven)(random, sex, year),
  family: (random) => (random.chance(0.7) ? caribbeanFamily : englishSurname)(random),
}

export const africanCaribbeanHabits: readonly Habit[] = [westAfrican, caribbean]
