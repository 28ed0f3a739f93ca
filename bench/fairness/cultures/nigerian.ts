import { groupsOf } from '../../../local/people/names/name-groups.ts'
import type { Culture } from '../culture.ts'
import { frequencies } from '../frequencies.ts'
import * as slip from '../name-slips.ts'

const english = {
  F: frequencies(
    'Blessing, Grace, Esther, Mary, Joy, Florence, Patience, Victoria, Faith, Mercy, Comfort, Elizabeth, Peace, Favour',
  ),
  M: frequencies(
    'Emmanuel, Samuel, Daniel, Michael, David, Joseph, Isaac, Felix, Godwin, Sunday, Moses, John, Peter, Anthony, Victor',
  ),
} as const

/** Yoruba and Igbo: a name of home and an English one, either of which may come first. */
export const nigerian: Culture = {
  name: 'Nigerian',
  given: {
    F: frequencies(`Folake, Chioma, Temitope, Adaeze, Yetunde, Amara, Olufunke, Nkechi, Funmilayo, Omolara, Ifeoma, Ebele, Titilayo, Ngozi, Oluwakemi, Olabisi, Adesuwa,
      Chinwe, Uchenna, Bukola, Oluwatoyin, Abimbola, Chidinma, Obioma, Ayomide, Morenike, Blessing, Grace, Esther, Patience`),
    M: frequencies(`Chukwuemeka, Oluwaseun, Babatunde, Ikechukwu, Obinna, Ayodele, Chinedu, Olumide, Olufemi, Kelechi, Uche, Segun, Adebayo, Olakunle, Oluwatobi, Nnamdi,
      Chijioke, Emeka, Tunde, Kayode, Adewale, Olusegun, Ifeanyi, Onyekachi, Temitayo, Emmanuel, Samuel, Daniel`),
  },
  after: { F: { share: 0.75, names: english.F }, M: { share: 0.75, names: english.M } },
  families:
    frequencies(`Okafor, Adeyemi, Okonkwo, Adebayo, Eze, Nwosu, Ogunleye, Balogun, Adeleke, Bello, Ogunbanjo, Obi, Onyeka, Okeke, Nwachukwu, Akintola, Oladipo, Olawale, Okoro,
    Afolabi, Salami, Adewale, Ojo, Ibrahim, Lawal, Nwankwo, Chukwu, Uzoma, Adeniyi, Olatunji, Akpan, Osagie, Ogundipe, Babalola, Ogbonna`),
  lineage: 'family',
  takesNameShare: 0.7,
  sharedWordShare: 0,
  firstOfJanuaryShare: 0.02,
  sharedHouseShare: 0.12,
  spellings:
    groupsOf(`chukwuemeka emeka / oluwaseun seun / babatunde tunde / temitope temi tope / folake fola / yetunde yetty / oluwakemi kemi / oluwatoyin toyin / olufemi femi / olusegun segun /
    oluwatobi tobi / olumide mide / ayodele ayo dele / ayomide ayo / ikechukwu ike iyke / obinna obi / chinedu nedu / ifeanyi ify / ifeoma ify / chioma choma / ngozi ngosi / nkechi nk /
    funmilayo funmi / olufunke funke / omolara lara / titilayo titi / olabisi bisi / abimbola bimbo / adebayo bayo / olakunle kunle / adewale wale / nnamdi namdi / morenike nike /
    chidinma chidi / emmanuel emma manny / samuel sam / daniel dan / okonkwo konkwo okonkwor / adeyemi adeyemo yemi / ogunleye ogunlaye / okafor okafo / ogundipe dipe`),
  slips: [
    { share: 30, slip: slip.calledOnly },
    { share: 26, slip: slip.respelt },
    {
      share: 14,
      slip: slip.englishName({
        F: 'Blessing Grace Esther Mary Joy Florence',
        M: 'Emmanuel Samuel Daniel Michael David Joseph',
      }),
    },
    { share: 10, slip: slip.otherFamily },
    { share: 8, slip: slip.exchanged },
    { share: 5, slip: slip.initials },
    { share: 4, slip: slip.inOneField },
  ],
}
