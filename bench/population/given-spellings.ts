import { groupsOf } from '../../local/people/names/name-groups.ts'

/** Names that clerks write down by ear, and what their bearers are called at home. */
export const spellingsOfOrigin = groupsOf(`
  Mohammed Muhammad Mohamed Mohammad Muhammed Mohamad Md Mohd / Ahmed Ahmad Ahmet / Hussain Hussein Hussien Husain /
  Yusuf Yousef Yousuf Yousaf Yusef Youssef / Aisha Ayesha Aysha Aicha Aisha / Maryam Mariam Miriam Maryan Meryem /
  Fatima Fatimah Fathima Fatema Faduma Fadumo Fatuma / Khadija Khadijah Khadra Kadija / Zainab Zaynab Zeinab Saynab /
  Abdi Abdy Cabdi / Abdirahman Abdulrahman Abdurahman Abdirahmaan / Abdullah Abdulla Abdallah Abdullahi /
  Omar Umar Umer Cumar / Hassan Hasan Hasaan Xasan / Ibrahim Ebrahim Ibraheem / Ismail Ismael Esmail Ismaeel /
  Usman Osman Uthman Othman / Khaled Khalid Kaled / Tariq Tareq Tarek Tarik / Imran Emran / Bilal Belal / Zaheer Zahir /
  Nasreen Nasrin / Shabana Shabanah / Rukhsana Ruksana Roksana / Samina Sameena / Yasmin Yasmeen Jasmin /
  Noor Nour Nur / Layla Leila Laila Leyla / Amina Aminah Aamina / Halima Haleema Halimah / Rafiqul Rofiqul /
  Shafiq Shafique Sofique / Shirin Shireen Sherin / Sultana Sulthana / Harpreet Harprit Preet / Gurpreet Gurprit Gopi /
  Manpreet Manprit Mani / Jaswinder Jasvinder Jas / Kulwinder Kulvinder / Sukhwinder Sukhvinder Sukhi /
  Balwinder Balvinder / Amrit Amritpal / Rajesh Raj / Sanjay Sanjai / Vijay Vijai / Dipak Deepak / Hitesh Hits /
  Priya Preeya / Lakshmi Laxmi / Meera Mira / Bhavna Bhavana / Katarzyna Kasia Katazyna Kate /
  Małgorzata Gosia Margaret Malgosia / Agnieszka Aga Agnes / Magdalena Magda / Joanna Asia Aska /
  Aleksandra Ola Alexandra / Karolina Carolina Karola / Ewa Eva / Krzysztof Krzysiek Chris Kris / Tomasz Tomek Thomas /
  Piotr Peter Piotrek / Paweł Paul Pavel / Grzegorz Greg Grzesiek / Łukasz Luke Lucas / Michał Michael Michal /
  Jakub Kuba Jacob / Mateusz Matthew Mati / Wojciech Wojtek Wojciek / Oleksandr Aleksandr Sasha Alexander /
  Serhii Sergiy Sergei Serhiy / Andrii Andriy Andrei Andrey / Volodymyr Vladimir Volodya / Mykola Nikolai Nicholas /
  Dmytro Dmitry Dima / Yuliia Yulia Julia / Iryna Irina Ira / Olena Elena Helena / Oksana Oxana /
  Natalia Nataliya Natasha / Kateryna Katerina Ekaterina / Ioana Joana / Mihai Michael / Andreea Andrea /
  Gheorghe George / Chukwuemeka Emeka / Oluwaseun Seun / Babatunde Tunde / Temitope Temi Tope / Ngozi Ngosi /
  Chioma Choma / Folake Fola / Yetunde Yetty / Kwame Kwami / Kofi Coffie / Abena Abina / Akosua Akos Akousa /
  Xiuying Xiu-Ying Hsiu-ying / Jing Ching / Xiao Siu Hsiao / Zhang Cheung Chang / Mei-Ling Meiling May-Ling /
  Shazia Shaziya / Saima Sayma Saimah / Nadia Nadya Nadiya / Farzana Farzanah / Sadia Sadiya Saadia /
  Rubina Robina Rubeena / Bushra Bushrah Boshra / Tahira Tahirah / Hafsa Hafsah Hafza / Asma Asmaa Asmah /
  Sumaya Sumaiya Sumayyah Soumaya / Asif Aasif / Faisal Faysal Feisal / Shahid Shaheed / Rizwan Rizwaan Riz /
  Zubair Zubayr / Aamir Amir Aamer / Javed Javaid Jawed / Naveed Navid Nav / Waseem Wasim / Yasir Yaser Yasser /
  Ghulam Gulam / Zain Zayn Zane / Adnan Adnaan / Nasir Naser Nasser / Rahima Roheema Raheema / Nazma Najma /
  Faruk Farooq Faruque / Selim Saleem Salim / Jahangir Jahangeer / Mizanur Mizan Mijanur / Jannat Jannath Jannatul /
  Habibur Habib / Anjali Anjli Anju / Nisha Neesha / Jyoti Jyothi Joti / Bharat Bharath / Vikram Vik / Kuldeep Kuldip /
  Baljit Baljeet / Manjit Manjeet / Ranjit Ranjeet / Surjit Surjeet / Parminder Pam Perminder / Amandeep Aman /
  Navdeep Nav Navdip / Jaspreet Jas Jasprit / Simran Simmi / Suresh Suri / Arjun Arjan / Emmanuel Emanuel Immanuel /
  Blessing Blesing / Abdul Abdool Abdel / Hodan Hoda Xodan / Sahra Zahra Sara / Ayaan Ayan`)
