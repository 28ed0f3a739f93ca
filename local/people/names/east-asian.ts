import type { Random } from '../random.ts'
import { englishGiven } from './english-given.ts'
import { familyFrom, givenFrom, type Habit } from './habit.ts'
import { ownScripts } from './name-list.ts'
import { draw, ranked } from './ranked.ts'

const syllables = ranked(
  `Wei, Jing, Li, Xiao, Yan, Hui, Ming, Mei, Jun, Fang, Ying, Hong, Lan, Yu, Xin, Hao, Jie, Bo, Yi, Ting, Wen,
    Chun, Qing, Zhen, Ling, Kai, Rui, Ning, Shan, Tao, Lei, Feng, Jia, Hua`,
  { width: 20, power: 1 },
)

/** One syllable, two syllables, or an English name and the family's own as the second. */
const chineseGiven = (random: Random): string => {
  const first = draw(random, syllables)
  if (random.chance(0.35)) return first
  const second = draw(random, syllables)
  return random.chance(0.5) ? `${first} ${second}` : first + second.toLowerCase()
}
const written = {
  women: `Mei Ling=美玲, Xiuying=秀英, Li Na=丽娜, Wing Yan=詠欣, Yan=燕, Jing=静, Ka Man=嘉雯, Hui=慧, Fang=芳, Xue=雪`,
  men: `Wei=伟, Jun=军, Chi Ming=志明, Jian=建, Ka Ho=嘉豪, Qiang=强, Tao=涛, Wing Kit=永傑, Lei=磊, Hao=浩`,
  families: `Chen=陈, Wong=黃, Li=李, Zhang=张, Lam=林, Wang=王, Liu=刘, Cheung=張, Huang=黄, Zhou=周, Ng=吳, Leung=梁, Chan, Lee, Cheng,
    Ho, Yip, Tang, Xu, Sun, Zhao, Wu, Yang, Zhu, Lin, He, Gao, Ma, Guo, Luo, Liang, Song, Zheng, Chow, Tsang, Kwok,
    Mak, Fung, Yeung, Lai, Choi, Tse`,
}
const listed = givenFrom(written)

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
  family: familyFrom(written.families),
  ownScript: ownScripts(written.women, written.men, written.families),
}

const vietnamese: Habit = {
  ...usual,
  share: 4,
  isFamilyFirst: true,
  middleShare: 0.6,
  takesNameShare: 0.02,
  given: givenFrom({
    women: `Linh, Lan, Hoa, Huong, Thuy, Mai, Nga, Phuong, Trang, Hanh, Ngoc, Thao, Anh, Thu, Kim, Hien`,
    men: `Minh, Tuan, Hung, Dung, Thanh, Nam, Long, Duc, Hai, Son, Quang, Khanh, Hoang, Tien, Phong, Vinh`,
  }),
  family: familyFrom(
    `Nguyen, Tran, Le, Pham, Hoang, Huynh, Phan, Vu, Vo, Dang, Bui, Do, Ho, Ngo, Duong, Ly`,
  ),
}

const filipino: Habit = {
  ...usual,
  share: 5,
  middleShare: 0.5,
  takesNameShare: 0.7,
  given: givenFrom({
    women: `Maria, Jocelyn, Rosalie, Marites, Maricel, Rowena, Analyn, Cherry, Jennifer, Grace, Lourdes, Imelda`,
    men: `Jose, Antonio, Ramon, Rodel, Jerome, Mark, John Paul, Reynaldo, Arnel, Edgardo, Rommel, Noel`,
  }),
  family: familyFrom(
    `Santos, Reyes, Cruz, Bautista, Garcia, Mendoza, Dela Cruz, Ramos, Gonzales, Villanueva, Aquino, De Guzman,
    Castillo, Pascual, Navarro`,
  ),
}

export const eastAsianHabits: readonly Habit[] = [chinese, vietnamese, filipino]
