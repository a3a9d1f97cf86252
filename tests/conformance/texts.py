"""Texts that every stage must survive: prose with everything in it, and what feeds and scrapers really deliver."""

PROSE = (
    "OSLO, March 20 (ANS) — Norwegian Prime Minister Kari Lund arrived in Lima on Monday for a three-day visit.\n"
    "“We will sign the accord tomorrow,” Ms Lund told reporters. She added that Peru's government had not refused to "
    "take part, and that talks with President Luis Quispe might be held next week if the parliament agrees.\n"
    "\n"
    "Picture: Ms Lund at the airport\n"
    "According to the foreign ministry in Santiago, Chile condemned the plan on 3 March 2023 and threatened sanctions. "
    "“It is a mistake,” a spokesman said; “nobody was asked.” The United Nations called for calm in late February.\n"
    "Mr Quispe said he would visit Oslo in April, the Andes Post reported. His Norwegian counterpart welcomed it after "
    "talks with Peru."
)

TEXTS = {
    "prose": PROSE,
    "empty": "",
    "a space": " ",
    "white space": " \t\u00a0\u2003 ",
    "a newline": "\n",
    "newlines and carriage returns": "\r\n\r\n\n\r",
    "one word": "Oslo",
    "one letter": "a",
    "one full stop": ".",
    "punctuation": "?! … — ;:, ()[]{}",
    "emoji": "🇳🇴 Norway 🤝 Peru 🇵🇪: “Great 👍🏽 visit,” said 👨‍👩‍👧 Ms Lund on Monday 🎉.",
    "right to left": "رئيس الوزراء زار أوسلو يوم الاثنين. ראש הממשלה אמר: “שלום”. Norway spoke.",
    "combining marks": "Zele\u0301nskyy\u0308 met the Co\u0302te d\u2019Ivoire envoy; e\u0301 \u0301 alone.",
    "zero width": "Nor\u200bway vis\u200dited Pe\u2060ru on\ufeff Mon\u00adday.",
    "bidirectional controls": "\u202eNorway\u202c visited \u2066Peru\u2069.",
    "control characters": "Norway\x0b visited\x0c Peru\x1f on\x7f Monday\u0085 and\u2028left\u2029.",
    "beyond the basic plane": "𝒩orway 𠀀 met 𐍈 Peru’s 𝟙𝟚 ministers on 𝟛 March.",
    "full width": "Ｎｏｒｗａｙ　ｖｉｓｉｔｅｄ　Ｐｅｒｕ　ｏｎ　２０　Ｍａｒｃｈ　２０２３．",
    "case that changes length": "İstanbul and STRASSE, ŉ ǰ ΐ ﬁrst: “İ,” said Mr İnönü.",
    "open quotation mark": "“We agree, said Ms Lund on Tuesday. Peru did not.",
    "marks upside down": '”We agree“ said Ms Lund. \'"\' """ ‘’ «» „“ “”',
    "nested quotation marks": "“He said ‘she said “no”’,” Ms Lund told Peru's parliament.",
    "capitals": "NORWAY'S KARI LUND VISITS PERU ON MONDAY, SAYS MINISTRY",
    "no capitals": "norway's kari lund visited peru on monday, the ministry said",
    "numbers": "20/03/2023 3/4/23 00:00 25:61 99999999999 2023-02-30 0000-00-00 1e9 -5 ½ ٣",
    "years at the ends": "In 0001, 9999 and 12023 Norway visited Peru 10000 years ago, in 99999 days and next century.",
    "long word": "Nor" + "w" * 3000 + "ay visited Peru.",
    "long repetition": "Norway visited Peru on Monday. " * 40,
    "list": "- Norway\n- Peru\n* Chile\n1. Oslo\n2) Lima",
    "mark-up": "<p>Norway &amp; Peru</p> [[link]] **bold** http://example.org/a?b=c#d @oslo #lima",
    "other language": "Le premier ministre norvégien s'est rendu à Lima lundi, selon l'agence.",
    "replacement characters": "Norway\ufffd\ufffd visited \ufffdPeru\ufffd.",
}
