import { type NameCulture, nameList } from './name-culture.ts'

/** Pakistani names. Women's second names are often titles (Bibi, Begum) that no husband or child bears. */
export const pakistaniNames: NameCulture = {
  share: 7,
  keepsName: true,
  women: nameList(
    `Fatima, Ayesha, Shazia, Saima, Nadia, Rukhsana, Shabana, Nasreen, Farzana, Samina, Zainab, Maryam, Sadia, Rubina,
    Hafsa, Iqra, Bushra, Tahira, Kiran, Amina`,
  ),
  men: nameList(
    `Mohammed, Imran, Asif, Tariq, Khalid, Usman, Bilal, Hamza, Faisal, Zaheer, Nasir, Adnan, Shahid, Waqas, Kashif,
    Rizwan, Zubair, Ibrahim, Yusuf, Aamir`,
  ),
  families: nameList(
    'Khan, Hussain, Ahmed, Ali, Mahmood, Shah, Malik, Iqbal, Akhtar, Mirza, Qureshi, Chaudhry, Butt, Rafiq, Siddiqui, Baig',
  ),
  familiesOfWomen: nameList(
    'Bibi, Begum, Akhtar, Khan, Kausar, Parveen, Hussain, Malik, Jabeen, Mirza',
  ),
}

/** Bangladeshi names. */
export const bengaliNames: NameCulture = {
  share: 3,
  keepsName: true,
  women: nameList(
    'Rahima, Fatema, Shirin, Nazma, Ruksana, Sultana, Taslima, Nasima, Rehana, Salma, Jannat, Lutfa',
  ),
  men: nameList(
    'Abdul, Mohammed, Shafiq, Kamal, Rafiqul, Jahangir, Anwar, Habibur, Mizanur, Faruk, Selim, Tofayel',
  ),
  families: nameList(
    'Miah, Rahman, Islam, Uddin, Hossain, Ali, Chowdhury, Haque, Karim, Choudhury, Talukdar, Sikder',
  ),
  familiesOfWomen: nameList('Begum, Khatun, Akter, Bibi, Khanom, Sultana'),
}

/** Sikh names of Punjab: Kaur for every woman and Singh for every man, with or without a family name. */
export const punjabiNames: NameCulture = {
  share: 4,
  women: nameList(
    'Harpreet, Jaspreet, Manpreet, Gurpreet, Kuldeep, Sukhwinder, Parminder, Baljit, Jaswinder, Simran, Navdeep, Amandeep',
  ),
  men: nameList(
    'Gurpreet, Harjinder, Jagdeep, Manjit, Balwinder, Amrit, Sukhdev, Ranjit, Kulwinder, Inderjit, Surjit, Tejinder',
  ),
  families: nameList(
    'Singh, Singh Gill, Singh Dhillon, Singh Sandhu, Singh Sidhu, Singh Grewal, Singh Bains, Singh Johal, Singh Atwal',
  ),
  feminine: (family) => family.replace('Singh', 'Kaur'),
}

/** Hindu names of Gujarat and beyond. */
export const gujaratiNames: NameCulture = {
  share: 3,
  women: nameList(
    'Priya, Anjali, Nisha, Deepika, Meera, Hetal, Bhavna, Rekha, Jyoti, Kavita, Sejal, Lakshmi',
  ),
  men: nameList(
    'Rajesh, Sanjay, Amit, Vijay, Nikhil, Hitesh, Dipak, Kunal, Mehul, Vikram, Jignesh, Bharat',
  ),
  families: nameList(
    'Patel, Shah, Mistry, Desai, Parmar, Solanki, Sharma, Chauhan, Joshi, Vaghela, Trivedi, Lad',
  ),
}
