import { groupsOf } from '../../../local/people/names/name-groups.ts'
import type { Culture } from '../culture.ts'
import { frequencies } from '../frequencies.ts'
import * as slip from '../name-slips.ts'

/** Akan: a name of the day of birth, shared by one in seven, and an English one. */
export const ghanaian: Culture = {
  name: 'Ghanaian',
  given: {
    F: frequencies(
      'Akosua 11, Adwoa 11, Abena 11, Akua 11, Yaa 11, Afia 11, Ama 11, Efua, Esi, Adjoa, Serwaa, Maame, Gifty, Mercy, Comfort, Grace',
    ),
    M: frequencies(
      'Kwasi 11, Kojo 8, Kwabena 11, Kwaku 11, Yaw 11, Kofi 11, Kwame 11, Kwadwo 5, Nana, Kwesi, Ebo, Papa, Kweku, Isaac, Samuel',
    ),
  },
  before: {
    F: { share: 0.1, names: frequencies('Nana 50, Maame 30, Ohemaa 20') },
    M: { share: 0.1, names: frequencies('Nana 70, Papa 30') },
  },
  after: {
    F: {
      share: 0.65,
      names: frequencies(
        'Mary, Grace, Mercy, Comfort, Esther, Gifty, Elizabeth, Vida, Felicia, Serwaa 8, Pokuaa 5, Sarpomaa 3',
      ),
    },
    M: {
      share: 0.65,
      names: frequencies(
        'Emmanuel, Samuel, Daniel, Michael, Joseph, Isaac, Ebenezer, Kwame, Boakye 5, Agyei 4, Prince, Richmond',
      ),
    },
  },
  families:
    frequencies(`Mensah 9, Owusu 8, Boateng 6, Asante 5, Appiah 4, Osei 5, Agyemang 4, Addo 3, Ofori 3, Amoah, Antwi, Amponsah, Frimpong, Sarpong, Danso, Opoku, Yeboah, Acheampong, Gyamfi, Darko,
    Asamoah, Boakye, Ansah, Quaye, Tetteh, Lartey, Nkrumah, Annan, Baah, Oppong`),
  lineage: 'family',
  takesNameShare: 0.6,
  sharedWordShare: 0.1,
  firstOfJanuaryShare: 0.02,
  sharedHouseShare: 0.12,
  spellings:
    groupsOf(`akosua akos akousa esi / adwoa adjoa ajua / abena abina araba / akua ekua / afia efua afua / ama amma / kwasi kwesi / kojo kwadwo jojo / kwabena kobina kobby / kwaku kweku / kofi coffie fiifi /
    kwame kwami kwamena / yaw yao ekow / emmanuel emma / agyemang agyeman adjei / agyei adjei / boateng boaten / mensah menser / owusu awusu / gyamfi jamfi / acheampong achampong / yeboah yeboa / asante ashanti /
    amoah amoa / ofori offori / asamoah asamoa / oppong opong`),
  slips: [
    { share: 30, slip: slip.calledOnly },
    { share: 25, slip: slip.respelt },
    {
      share: 14,
      slip: slip.englishName({
        F: 'Mary Grace Mercy Comfort Esther Elizabeth',
        M: 'Emmanuel Samuel Daniel Michael Joseph Isaac',
      }),
    },
    { share: 10, slip: slip.otherFamily },
    { share: 8, slip: slip.exchanged },
    { share: 8, slip: slip.otherBefore },
    { share: 5, slip: slip.givenTakenForFamily },
    { share: 4, slip: slip.inOneField },
  ],
}
