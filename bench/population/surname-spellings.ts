import { groupsOf } from '../../local/people/names/name-groups.ts'

/** Surnames that are written in more than one way. */
export const surnameSpellings = groupsOf(`
  Smith Smyth Smythe / Clark Clarke / Brown Browne / Davies Davis / Taylor Tayler / Thompson Thomson /
  Johnson Johnston Johnstone / Phillips Philips / Stevens Stephens / Stephenson Stevenson / Reid Read Reed /
  Green Greene / Wright Right / Harris Harries / Matthews Mathews / Allen Allan / Stewart Stuart /
  Elliott Eliot Elliot / Gray Grey / Pearce Pierce Peirce / Lawrence Laurence / Nicholson Nicolson / Nicholls Nichols /
  Griffiths Griffith / Rees Reece Rhys / Shepherd Sheppard Shepard / Burns Byrne / Moore More / Lee Leigh Li /
  Hussain Hussein Husain Hossain / Ahmed Ahmad / Mohamed Mohammed Muhammad /
  Chaudhry Chowdhury Choudhury Chaudhary Choudhry / Rahman Rehman / Miah Mia Miya / Uddin Udin Uddeen / Begum Begam /
  Bibi Beebi / Kaur Kour / Sheikh Shaikh / Qureshi Quraishi / Siddiqui Siddiqi / Mahmood Mahmud / Iqbal Eqbal /
  Akhtar Akter Akthar / Malik Malek / Shah Sha / Yousaf Yusuf / Sandhu Sandu / Dhillon Dhilon / Patel Pattel /
  Abdi Cabdi / Nur Noor / Jama Jamac / Al-Khatib Alkhatib El-Khatib / Al-Masri Almasri El-Masri /
  Al-Najjar Alnajar Najjar / Kowalski Kowalska / Wiśniewski Wiśniewska / Kamiński Kamińska / Lewandowski Lewandowska /
  Zieliński Zielińska / Szymański Szymańska / Dąbrowski Dąbrowska / Kozłowski Kozłowska / Wójcik Vojcik Wojcek /
  Ivanov Ivanova / Petrov Petrova / Popescu Popesku / Okafor Okafo / Adeyemi Adeyemo / Ogunleye Ogunlaye /
  Mensah Menser / Chen Chan Tan / Wong Wang Huang / Zhang Cheung Chang / Li Lee / Nguyen Ngyuen /
  O'Brien O-Brien OBrien Obrien / O'Connor OConnor O'Conner / O'Neill O'Neil ONeill / McCarthy MacCarthy Mc-Carthy /
  McDonagh McDonough / MacDonald McDonald / Gallagher Gallacher Galagher / Doherty Docherty Dougherty / Byrne Burns`)
