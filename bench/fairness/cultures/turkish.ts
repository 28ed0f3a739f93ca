import { groupsOf } from '../../../local/people/names/name-groups.ts'
import type { Culture } from '../culture.ts'
import { frequencies } from '../frequencies.ts'
import * as slip from '../name-slips.ts'

/** Turkish and Kurdish; many of one village bear one of few family names. */
export const turkish: Culture = {
  name: 'Turkish, Kurdish',
  given: {
    F: frequencies(`Fatma 6, Ayşe 5, Emine 4, Hatice 4, Zeynep, Elif, Meryem, Şerife, Zehra, Sultan, Hülya, Gülşen, Özlem, Songül, Yıldız, Hacer, Dilek, Sevgi, Filiz, Nurcan, Berfin, Rojin, Gülistan, Pınar,
      Çiğdem, Esra, Tuğba`),
    M: frequencies(`Mehmet 8, Mustafa 7, Ahmet 6, Ali 5, Hüseyin 5, Hasan 4, İbrahim, İsmail, Osman, Yusuf, Murat, Ömer, Ramazan, Halil, Süleyman, Abdullah, Mahmut, Recep, Salih, Kadir, Çağlar, Özgür, Yılmaz, Serhat, Baran, Azad, Şiyar,
      Gökhan, Tuncay`),
  },
  after: {
    F: { share: 0.15, names: frequencies('Nur 20, Gül 20, Su, Naz, Can, Sultan') },
    M: { share: 0.2, names: frequencies('Can 15, Ali 15, Emre, Efe, Mert, Kaan, Hasan') },
  },
  families:
    frequencies(`Yılmaz 5, Kaya 5, Demir 5, Çelik 4, Şahin 4, Yıldız 4, Yıldırım 3, Öztürk 3, Aydın 3, Özdemir 3, Arslan, Doğan, Kılıç, Aslan, Çetin, Kara, Koç, Kurt, Özkan, Şimşek, Polat, Korkmaz, Çakır, Erdoğan, Güneş, Bozkurt, Aksoy,
    Taş, Aktaş, Keskin, Turan, Karataş, Güler, Yavuz, Işık, Tekin`),
  lineage: 'family',
  takesNameShare: 0.8,
  sharedWordShare: 0.05,
  firstOfJanuaryShare: 0.1,
  sharedHouseShare: 0.12,
  spellings:
    groupsOf(`mehmet mehmed muhammet mohammed / ahmet ahmed / huseyin hussein hussain / mustafa mostafa / fatma fatima / ayse aysha aishe / hatice khadija hatica / zeynep zainab zeyneb / meryem maryam / serife sherife / ibrahim ibrahem / omer omar umer /
    suleyman sulaiman / abdullah abdulla / mahmut mahmud / caglar chaglar / ozgur oezguer / yilmaz ylmaz / sahin shahin sahyn / celik chelik / ozturk oeztuerk / yildiz yldz yildis / cetin chetin / kilic kilich / simsek shimshek /
    dogan doghan / erdogan erdoghan / ozdemir oezdemir / aydin aydyn / koc koch / cakir chakir / gunes guenes / tas tash / hasan hassan / yusuf yousef / osman usman / gul guel / siyar shiyar / ozlem oezlem / gokhan goekhan`),
  slips: [
    { share: 42, slip: slip.respelt },
    { share: 18, slip: slip.calledOnly },
    { share: 14, slip: slip.otherFamily },
    { share: 10, slip: slip.exchanged },
    { share: 8, slip: slip.joined },
    { share: 5, slip: slip.inOneField },
    { share: 4, slip: slip.givenTakenForFamily },
  ],
}
