import { chineseNames } from '../../../local/seed/names/chinese-names.ts'
import type { Random } from '../../../local/seed/random.ts'
import { draw, ranked } from '../ranked.ts'
import { englishGiven } from './english-given.ts'
import { familyFrom, givenFrom, type Habit, longer } from './habit.ts'

const syllables = ranked(
  longer(
    [],
    `Wei, Jing, Li, Xiao, Yan, Hui, Ming, Mei, Jun, Fang, Ying, Hong, Lan, Yu, Xin, Hao, Jie, Bo, Yi, Ting, Wen,
    Chun, Qing, Zhen, Ling, Kai, Rui, Ning, Shan, Tao, Lei, Feng, Jia, Hua`,
  ),
  { width: 20, power: 1 },
)

/** One syllable, two syllables, or an English name and the family's own as the second. */
const chineseGiven = (random: Random): string => {
  const first = draw(random, syllables)
  if (random.chance(0.35)) return first
  const second = draw(random, syllables)
  return random.chance(0.5) ? `${first} ${second}` : first + second.toLowerCase()
}
const listed = givenFrom({
  women: longer(chineseNames.women, ''),
  men: longer(chineseNames.men, ''),
})

const usual = { origin: 'east-asian', barrelShare: 0 } as const

const chinese: Habit = {
  ...usual,
  share: 13,
  isFamilyFirst: true,
  middleShare: 0.2,
  takesNameShare: 0.15,
  given: (random, sex, year) => {
    if (random.chance(year > 1990 ? 0.5 : 0.2)) return englishGiven(random, sex, year)
    return random.chance(0.4) ? listed(random, sex, year) : chineseGiven(random)
  },
  family: familyFrom(
    longer(
      chineseNames.families,
      `Chan, Lee, Cheng, Ho, Yip, Tang, Xu, Sun, Zhao, Wu, Yang, Zhu, Lin, He, Gao,
    Ma, Guo, Luo, Liang, Song, Zheng, Chow, Tsang, Kwok, Mak, Fung, Yeung, Lai, Choi, Tse`,
    ),
  ),
}

const vietnamese: Habit = {
  ...usual,
  share: 4,
  isFamilyFirst: true,
  middleShare: 0.6,
  takesNameShare: 0.02,
  given: givenFrom({
    women: longer(
      [],
      'Linh, Lan, Hoa, Huong, Thuy, Mai, Nga, Phuong, Trang, Hanh, Ngoc, Thao, Anh, Thu, Kim, Hien',
    ),
    men: longer(
      [],
      'Minh, Tuan, Hung, Dung, Thanh, Nam, Long, Duc, Hai, Son, Quang, Khanh, Hoang, Tien, Phong, Vinh',
    ),
  }),
  family: familyFrom(
    longer(
      [],
      'Nguyen, Tran, Le, Pham, Hoang, Huynh, Phan, Vu, Vo, Dang, Bui, Do, Ho, Ngo, Duong, Ly',
    ),
  ),
}

const filipino: Habit = {
  ...usual,
  share: 5,
  middleShare: 0.5,
  takesNameShare: 0.7,
  given: givenFrom({
    women: longer(
      [],
      'Maria, Jocelyn, Rosalie, Marites, Maricel, Rowena, Analyn, Cherry, Jennifer, Grace, Lourdes, Imelda',
    ),
    men: longer(
      [],
      'Jose, Antonio, Ramon, Rodel, Jerome, Mark, John Paul, Reynaldo, Arnel, Edgardo, Rommel, Noel',
    ),
  }),
  family: familyFrom(
    longer(
      [],
      `Santos, Reyes, Cruz, Bautista, Garcia, Mendoza, Dela Cruz, Ramos, Gonzales, Villanueva,
    Aquino, De Guzman, Castillo, Pascual, Navarro`,
    ),
  ),
}

export const eastAsianHabits: readonly Habit[] = [chinese, vietnamese, filipino]
