/**
 * Texts that break programs, made here by kind: words of languages and formats, what is taken for a formula, markup, a
 * query or a command, letters that look alike, run the other way, have no width or stack up, and signs beyond 16 bits.
 */
const WORDS = [
	...['undefined', 'undef', 'null', 'NULL', '(null)', 'nil', 'NIL', 'true', 'false', 'True', 'FALSE', 'None'],
	...['NaN', 'Infinity', '-Infinity', 'INF', '1#INF', '-1#IND', '1#QNAN', 'hasOwnProperty', '__proto__'],
	...[
		'then',
		'constructor',
		'COM1',
		'LPT1',
		'con',
		'aux',
		'\\',
		'\\\\',
		'-',
		'--',
		'--version',
		'--help',
		'$USER'
	],
	...[
		'0',
		'1',
		'-1',
		'1.00',
		'$1.00',
		'1/2',
		'1E2',
		'1E02',
		'-1E+02',
		'1/0',
		'0/0',
		'0x0',
		'0xffffffff',
		'1,000.00'
	],
	...['1 000,00', "1'000.00", '0..0', '.', '0.0.0', ',', '0,,0', '0000000123456789', '١٢٣', '১২৩', '９９'],
	...['2026-02-30', '24:00', '1d', '%d', '%s%s%n', '{0}', '%*.*s', '${7*7}', '#{7*7}', '{{7*7}}', '<%= 7 %>']
];
const FORMULAS = [
	'=1+1',
	'+1+1',
	'-1+1',
	'@SUM(A1)',
	"'=1",
	"''",
	"'",
	'\t=1',
	'＝1',
	'＋1',
	'－1',
	'＠A',
	'=cmd|"/C calc"!A0'
];
const MARKUP = [
	'<script>',
	'<img src=x onerror=',
	'<svg onload=',
	'<iframe src=',
	'"><b>',
	"'><i>",
	'</title><a href=',
	'<!--',
	']]>',
	'&lt;b&gt;',
	'&#0;',
	'<?xml?>',
	'<!DOCTYPE a>'
];
const COMMANDS = [
	'1;DROP TABLE users',
	"1'; DROP TABLE users--",
	"' OR 1=1 -- 1",
	'`ls -al /`',
	'$(touch x)',
	'../../../etc/passwd%00',
	'C:\\con\\con',
	'eval("1")',
	'System("ls")',
	'() { :; }; true',
	'javascript:1',
	'file:///etc/passwd',
	'%0d%0aSet-Cookie:',
	'\u001b[31mred\u001b[0m'
];
const LETTERS = [
	'Ω≈ç√∫˜µ≤≥÷',
	'åß∂ƒ©˙∆˚¬…æ',
	'œ∑´®†¥¨ˆøπ“‘',
	'¡™£¢∞§¶•ªº–≠',
	'¸˛Ç◊ı˜Â¯˘¿',
	'⅛⅜⅝⅞',
	'ЁЂЃЄЅІЇЈ',
	'⁰⁴⁵₀₁₂',
	'ด้้้้้็็็็็้้้้้',
	'田中さんにあげて下さい',
	'和製漢語',
	'部落格',
	'사회과학원',
	'찦차를 타고',
	'社會科學院',
	'울란바토르',
	'𠜎𠜱𠝹𠱓𠱸',
	'Ⱥ Ⱦ',
	'ヽ༼ຈل͜ຈ༽ﾉ',
	'(｡◕ ∀ ◕｡)',
	'😍',
	'👩🏽',
	'👨‍🦰 👨🏿‍🦲',
	'🐵 🙈 🙉',
	'❤️ 💔',
	'👪 👨‍👩‍👧‍👦',
	'🇺🇸🇷🇺🇸',
	'1️⃣2️⃣',
	'مُنَاقَشَةُ',
	'בְּרֵאשִׁית',
	'﷽',
	'ﷺ',
	'᚛ᚄᚓᚐ᚜',
	'Ṱ̺̺̕o͞ ̷i̲̬n̝̗v̟̜o̘k̖e',
	'Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹G̻O̭̗̮',
	'˙ɐnbᴉlɐ',
	'𝐓𝐡𝐞',
	'𝕿𝖍𝖊',
	'⒯⒣⒠',
	'ﬀﬁﬂ',
	'İıſK',
	'e\u0301',
	'é',
	'가',
	'ᄀ\u1161'
];
const UNSEEN = [
	'\u00a0',
	'\u00ad',
	'\u034f',
	'\u115f',
	'\u180e',
	'\u2000',
	'\u200b',
	'\u200c',
	'\u200d',
	'\u200e',
	'\u200f',
	'\u2028',
	'\u2029',
	'\u202a',
	'\u202e',
	'\u2060',
	'\u2066',
	'\u3000',
	'\ufeff',
	'\ufff9',
	'\ufffe',
	'\uffff',
	'\u{e0001}',
	'\u{10ffff}'
];
const CONTROLS = [
	'\u0001',
	'\u0007',
	'\b',
	'\t',
	'\n',
	'\r',
	'\r\n',
	'\v',
	'\f',
	'\u001a',
	'\u001f',
	' ',
	'  ',
	'\u007f',
	'\u0080',
	'\u0085',
	'\u009f'
];
const SIGNS = [...'`~!@#$%^&*()_+-=[]{}|;:"\',./<>?\\'];
const QUOTES = [
	'"',
	'""',
	"'\"'",
	'"\'"',
	"\"'''\"",
	'a"b',
	'"a"',
	'"a',
	'a"',
	',',
	';',
	'a,b',
	'a;b',
	'a\tb',
	'a\nb',
	'"\r\n"',
	'|',
	'a|b'
];
const BODIES = ['', 'a', 'Zoë', '123', '"', ',\n'];

/** More than five hundred of them, all different and none empty. */
export const naughty = (): string[] => [
	...new Set(
		[
			...WORDS,
			...LETTERS,
			...QUOTES,
			...SIGNS.flatMap((sign) => [sign, `${sign}a`]),
			...[...FORMULAS, ...MARKUP, ...COMMANDS, ...UNSEEN, ...CONTROLS].flatMap((text) =>
				BODIES.map((body) => text + body)
			),
			'a'.repeat(5_000),
			'ﷺ'.repeat(500)
		].filter((text) => text !== '')
	)
];
