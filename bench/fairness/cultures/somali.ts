import { groupsOf } from '../../../local/people/names/name-groups.ts'
import type { Culture } from '../culture.ts'
import { frequencies } from '../frequencies.ts'
import * as slip from '../name-slips.ts'

/** A person's own name, the father's and the grandfather's; nobody takes another by marriage. */
export const somali: Culture = {
  name: 'Somali',
  given: {
    F: frequencies(`Amina 6, Fadumo 6, Halima 4, Asha 3, Hodan, Khadra, Sahra, Ifrah, Ayaan, Nimo, Deqa, Hibo, Maryan, Hawa, Sagal, Idil, Ubah, Habiba, Safiya, Ruqiya,
      Naima, Filsan, Shukri, Saynab, Farhiya, Khadija, Muna, Sumaya, Hamdi, Nasra, Suado`),
    M: frequencies(`Mohamed 17, Ahmed 8, Abdi 7, Hassan 6, Ali 6, Abdirahman 3, Yusuf 3, Ismail, Mahad, Liban, Guled, Warsame, Jama, Omar, Hussein, Osman, Farah, Abdullahi,
      Ibrahim, Aden, Nur, Abdikadir, Mohamud, Said, Isse, Muse, Dahir, Elmi, Hersi, Bashir, Sharif, Duale, Yasin, Mire, Barre, Awale`),
  },
  families: frequencies(
    'Mohamed 12, Ahmed 7, Ali 7, Hassan 6, Abdi 6, Farah, Yusuf, Jama, Omar, Hussein, Osman, Warsame, Nur, Aden, Ibrahim',
  ),
  lineage: 'patronymic',
  takesNameShare: 0,
  sharedWordShare: 0,
  firstOfJanuaryShare: 0.35,
  sharedHouseShare: 0.1,
  spellings:
    groupsOf(`mohamed maxamed mohammed muhammad / ahmed axmed / hassan xasan hasan / abdi cabdi / ali cali / omar cumar umar / abdirahman abdurahman cabdiraxmaan abdulrahman /
    yusuf yuusuf / ismail ismaaciil / hussein xuseen hussain / osman cusmaan / nur nuur noor / aden aadan adan / said siciid / muse muuse musa / isse ciise essa /
    abdullahi cabdullaahi abdulahi / ibrahim ibraahim / abdikadir cabdiqaadir abdulkadir / mohamud maxamuud mahmoud / amina aamina / fadumo faadumo fatuma faduma / halima xaliima /
    asha caasha aisha / hodan xodan / hawa xaawa / sahra zahra saxra / saynab zeinab / khadija khadiijo khadra / hibo hiba / maryan maryam mariam / ruqiya ruqiyo / naima nacima /
    jama jaamac / farah faarax / warsame warsama / elmi cilmi / hersi xirsi / bashir bashiir / duale ducaale / barre bare / shukri shukriya / ubah ubax / sagal sagaal`),
  slips: [
    { share: 30, slip: slip.respelt },
    { share: 25, slip: slip.halfOfFamily },
    { share: 20, slip: slip.familyTakenForGiven },
    { share: 8, slip: slip.grandfatherAdded },
    { share: 6, slip: slip.exchanged },
    { share: 6, slip: slip.inOneField },
  ],
}
