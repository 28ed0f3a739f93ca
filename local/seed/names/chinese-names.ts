import { type NameCulture, nameList } from './name-culture.ts'

/** Mandarin and Cantonese names, with their characters. */
export const chineseNames: NameCulture = {
  share: 2,
  keepsName: true,
  women: nameList(
    'Mei Ling=美玲, Xiuying=秀英, Li Na=丽娜, Wing Yan=詠欣, Yan=燕, Jing=静, Ka Man=嘉雯, Hui=慧, Fang=芳, Xue=雪',
  ),
  men: nameList(
    'Wei=伟, Jun=军, Chi Ming=志明, Jian=建, Ka Ho=嘉豪, Qiang=强, Tao=涛, Wing Kit=永傑, Lei=磊, Hao=浩',
  ),
  families: nameList(
    'Chen=陈, Wong=黃, Li=李, Zhang=张, Lam=林, Wang=王, Liu=刘, Cheung=張, Huang=黄, Zhou=周, Ng=吳, Leung=梁',
  ),
}
