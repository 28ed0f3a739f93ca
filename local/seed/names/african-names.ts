import { type NameCulture, nameList } from './name-culture.ts'

/** Nigerian and Ghanaian names; many adults go by the English one with some services and the other at home. */
export const westAfricanNames: NameCulture = {
  share: 4,
  barrels: true,
  women: nameList(
    'Blessing, Ngozi, Abena, Folake, Grace, Chioma, Akosua, Temitope, Adaeze, Patience, Yetunde, Efua, Amara, Comfort',
  ),
  men: nameList(
    'Emmanuel, Chukwuemeka, Kwame, Oluwaseun, Samuel, Babatunde, Kofi, Ikechukwu, Daniel, Yaw, Obinna, Ayodele, Kwabena',
  ),
  families: nameList(
    'Okafor, Adeyemi, Mensah, Okonkwo, Owusu, Adebayo, Boateng, Eze, Asante, Nwosu, Ogunleye, Appiah, Balogun, Osei',
  ),
}

/** Somali names: a person's own, the father's and the grandfather's, so spouses and half-siblings share none. */
export const somaliNames: NameCulture = {
  share: 3,
  keepsName: true,
  women: nameList(
    'Amina, Hodan, Fadumo, Khadra, Sahra, Ifrah, Ayaan, Halima, Nimo, Deqa, Asha, Hibo',
  ),
  men: nameList(
    'Abdi, Mohamed, Ahmed, Hassan, Abdirahman, Yusuf, Ismail, Mahad, Liban, Guled, Warsame, Jama',
  ),
  families: nameList(
    'Mohamed Ali, Abdi Hassan, Ahmed Warsame, Hussein Farah, Ali Jama, Yusuf Omar, Nur Abdullahi, Ismail Aden, Osman Dirie',
  ),
}
