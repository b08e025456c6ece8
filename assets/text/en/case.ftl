### lang: en
### direction: ltr

## The reported case, told below the animation of chapter 10. Every sentence of a statement names who said it; this page
## says nothing of its own about it. Allegation and answer have the same space (tests/report.rs).

case-title = Who said what
case-lead = Under these four headings each sentence names whoever said it. This page does not decide between them, and the animation shows invented networks only.
case-alleged = What was alleged
case-answered = What was answered
case-context = What others said in 2020
case-since = Since then

# Alleged
case-miller-caribbean = Gary Miller said, from years of reading threat intelligence and signalling traffic, that Caribbean networks appear to have been used for surveillance. Miller, founder of Exigent Media and once vice-president of network security at Mobileum, said so in The Guardian of 15 December 2020.
case-miller-messages = Miller alleges that from 2018 to 2020 signalling messages for US subscribers came from China Unicom, a state-owned operator, often while they were abroad.
case-miller-numbers = Miller said that this concerned “tens of thousands” of US users. Miller calls so high a number mass surveillance, mainly for gathering intelligence, and not necessarily against high-profile people.
case-miller-year = Miller said that 2018 was the peak year for such messages from China, over 3G and 4G, most of them linked to China Unicom.
case-miller-two-operators = Miller said that in 2018 and 2019 some of the same phones were also targeted from two Caribbean operators. Miller named Cable & Wireless (FLOW) in Barbados and the Bahamas Telecommunications Company (BTC), and reads this as co-ordination.
case-miller-renting = Miller said that addresses can be rented from Caribbean operators, directly or through a firm, and used without the operator knowing what is sent.
case-miller-protection = The Guardian reported that US operators block many such messages. Miller said that their customers are still not protected enough, and often do not know it. Miller also said that the government’s own security recommendations have not been followed.

# Answered
case-unicom = China Unicom “strongly refutes” the allegation that it used its international network for active surveillance of mobile users in the United States. China Unicom said so in a statement, which The Guardian and Global Times reported in December 2020. Only two words that China Unicom said are quoted here, because the rest reached this page through translations.
case-embassy-washington = The Embassy of China in the United States said that the Chinese government’s position on cybersecurity is consistent and clear. The Embassy, as The Guardian reported in December 2020, said that this government firmly opposes and combats cyberattacks of any kind.
case-embassy-nassau = The Embassy of China in Nassau calls the claims false, and said that such reports never show evidence. The Tribune in the Bahamas reported this on 17 December 2020.
case-xiang = Xiang Ligang, a Chinese communications expert, calls the accusation political. Xiang said that most China Unicom users in the United States are Chinese travellers who roam there. Operators abroad must exchange signalling so that roaming works, Xiang said, as AT&T’s do when its customers travel: “is this also monitoring?”
case-operators = BTC and Cable & Wireless, both in Liberty Latin America’s group, said that their security policies and protocols are robust. BTC and Cable & Wireless also said that they are carefully reviewing the information.

# What others said in 2020
case-press = Telecoms.com said that there could possibly be more innocent explanations. Telecoms.com also reported that the owners of the networks may not have known, which only an investigation could tell.
case-fcc-2020 = Voice of America reported in December 2020 that the US regulator, the FCC, had opened a review of another company, China Telecom Americas. US departments, Voice of America reported, had earlier asked the FCC to revoke that company’s licence on grounds of national security. Voice of America also reported that the FCC rejected Huawei’s request to reconsider its designation.
case-distrust = Voice of America reported that FCC commissioner Brendan Carr and James Andrew Lewis of CSIS voiced distrust of technology linked to the Chinese state.

# Since then
case-channel-islands = The Bureau of Investigative Journalism and The Guardian reported that private intelligence firms rent access through operators in the Channel Islands. The Bureau, which reported this on 16 December 2020, said that it was targeted, not mass.
case-finding-you = Citizen Lab reported on 26 October 2023, in “Finding You”, on weaknesses of networks that give away where phones are. Citizen Lab named Gary Miller and Christopher Parsons as its authors.
case-fcc-2024 = The FCC asked for comments in March 2024 (docket 18-99) on phone tracking through SS7 and Diameter, the signalling of 2G to 4G.
case-ofcom = Ofcom, the UK’s regulator, said on 22 April 2025 that new leases of UK network addresses (Global Titles) are banned. Existing leases, Ofcom said, had to end by 22 April 2026, and complex cases by October 2026.
case-enea = Enea, which makes filters, reported in July 2025 a way round them that hides the number on the SIM (IMSI) from a filter.
case-bad-connection = Citizen Lab reported on 23 April 2026, in “Bad Connection”, on covert surveillance by way of operators’ networks.

## What the chapter makes clear, whichever account one believes. The last three are the words of links.

case-note = The Chinese Foreign Ministry spoke in 2020 too. No document of that is among the sources of this page, so it is not quoted here.

case-understand-title = Whichever account you believe
case-understand-messages = As descriptions of messages, both accounts can be right. A question for the cell is usually routine from the traveller’s home network, and has no usual reason from anyone else.
case-understand-chapters = { $routine } shows such messages where they are routine, { $rented } where somebody else sends them under a rented name.
case-understand-asker = The accounts differ about whose customers the messages concerned, who asked, and why. A filter can compare the first with the sender’s address. The rest no filter at a border can see, which is why a rented address matters.
case-understand-count = “Tens of thousands” is a count that Miller claims from one body of data. It is not a count of phones that were found.
case-understand-exercise = Can you tell such messages apart by what a filter sees? Try it: { $game }.
case-link-routine = Chapter 2
case-link-rented = Chapter 6
case-link-game = You are the filter
