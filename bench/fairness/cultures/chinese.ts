import { groupsOf } from '../../../local/people/names/name-groups.ts'
import type { Culture } from '../culture.ts'
import { frequencies } from '../frequencies.ts'
import * as slip from '../name-slips.ts'

const syllables = `Wei, Jing, Li, Yan, Hui, Ming, Mei, Jun, Fang, Ying, Hong, Lan, Yu, Xin, Hao, Jie, Ting, Wen`

/** The family's name is said first; given names have one syllable or two, written apart or together. */
export const chinese: Culture = {
  name: 'Chinese',
  given: {
    F: frequencies(
      `${syllables}, Xiao Mei, Xiuying, Li Na, Wing Yan, Ka Man, Xiaoyan, Siu Ling, Mei Ling, Yuk Lan, Xue Mei, Jia Yi, Hoi Yan, Sze Wan, Yi Ting`,
    ),
    M: frequencies(
      `${syllables}, Xiao Ming, Zhiqiang, Chi Ming, Ka Ho, Jianguo, Wing Kit, Kwok Wai, Haoran, Zi Hao, Tsz Ho, Wai Man, Chun Kit, Jian Hua`,
    ),
  },
  families:
    frequencies(`Chen 7, Wong 7, Li 7, Wang 6, Zhang 6, Liu 5, Lam 4, Chan 5, Huang 3, Cheung 3, Lin 3, Ng 2, Leung 2, Lee 3, Zhou, Cheng, Ho, Yip, Tang, Xu, Sun, Zhao, Wu, Yang, Zhu, He, Gao, Ma, Guo, Luo, Liang, Zheng, Chow,
    Tsang, Kwok, Mak, Fung, Lai, Choi, Au Yeung`),
  lineage: 'family',
  takesNameShare: 0.1,
  sharedWordShare: 0,
  firstOfJanuaryShare: 0.01,
  sharedHouseShare: 0.2,
  spellings:
    groupsOf(`wei wai / jing ching / xiao siu hsiao / zhang cheung chang / chen chan / wang wong / huang wong / li lee / lin lam / liu lau / wu ng / zhou chow / zheng cheng / zhao chiu chao / xu hsu tsui / yang yeung / hui hwei /
    ming meng / mei may / hao ho / guo kwok kuo / cai choi tsai / liang leung / zhiqiang chih-chiang zhi-qiang / xiuying hsiu-ying xiu-ying / xiaoyan hsiao-yen xiao-yan / jianguo chien-kuo jian-guo / haoran hao-ran / xue hsueh / jie chieh / ying ing`),
  slips: [
    { share: 26, slip: slip.exchanged },
    { share: 20, slip: slip.joined },
    { share: 16, slip: slip.respelt },
    {
      share: 18,
      slip: slip.englishName({
        F: 'Amy Grace Jenny Vivian Michelle Cindy',
        M: 'Kevin Jason David Eric Tony Raymond',
      }),
    },
    { share: 12, slip: slip.familyFirstInOneField },
    { share: 6, slip: slip.otherFamily },
    { share: 3, slip: slip.initials },
  ],
}
