import { downloadBlob, fileName } from '$lib/components/download';

/** What a picture of ours is painted with; everything else is geometry in attributes. */
const PAINT = [
	'fill',
	'fill-opacity',
	'stroke',
	'stroke-width',
	'stroke-dasharray',
	'stroke-linecap',
	'stroke-linejoin',
	'stroke-opacity',
	'opacity',
	'paint-order',
	'shape-rendering',
	'font-family',
	'font-size',
	'font-weight',
	'font-variant-numeric',
	'text-anchor',
	'dominant-baseline',
	'visibility'
] as const;

/** Room around a picture: marks and names may stand beyond its frame. */
const MARGIN = 24;
/** Pixels of a PNG for one of the screen. */
const SCALE = 2;
const NS = 'http://www.w3.org/2000/svg';

/** A copy of a picture that needs no style sheet, on its own paper, with the page's colours as they are now. */
export function standAlone(svg: SVGSVGElement): SVGSVGElement {
	const copy = svg.cloneNode(true) as SVGSVGElement;
	const drawn = [svg, ...svg.querySelectorAll<SVGElement>('*')];
	[copy, ...copy.querySelectorAll<SVGElement>('*')].forEach((element, k) => {
		const style = getComputedStyle(drawn[k] as Element);
		for (const name of PAINT) {
			const value = style.getPropertyValue(name);
			// A pattern is named by the page's address where the browser resolves it.
			if (value !== '') element.setAttribute(name, value.replace(/url\("?[^#)]*(#[^")]+)"?\)/, 'url($1)'));
		}
		element.removeAttribute('class');
	});
	const { width, height } = svg.getBoundingClientRect();
	const [w, h] = [Math.ceil(width) + 2 * MARGIN, Math.ceil(height) + 2 * MARGIN];
	copy.setAttribute('xmlns', NS);
	copy.setAttribute('width', String(w));
	copy.setAttribute('height', String(h));
	copy.setAttribute('viewBox', `${-MARGIN} ${-MARGIN} ${w} ${h}`);
	copy.removeAttribute('aria-hidden');
	const paper = document.createElementNS(NS, 'rect');
	for (const [name, value] of [
		['x', -MARGIN],
		['y', -MARGIN],
		['width', w],
		['height', h],
		['fill', getComputedStyle(document.documentElement).backgroundColor]
	] as const)
		paper.setAttribute(name, String(value));
	copy.prepend(paper);
	return copy;
}

const svgBlob = (svg: SVGSVGElement): Blob =>
	new Blob([new XMLSerializer().serializeToString(standAlone(svg))], { type: 'image/svg+xml' });

async function pngBlob(svg: SVGSVGElement): Promise<Blob> {
	const url = URL.createObjectURL(svgBlob(svg));
	try {
		const image = new Image();
		image.src = url;
		await image.decode();
		const canvas = document.createElement('canvas');
		canvas.width = image.naturalWidth * SCALE;
		canvas.height = image.naturalHeight * SCALE;
		canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
		return await new Promise((resolve, reject) =>
			canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png')
		);
	} finally {
		URL.revokeObjectURL(url);
	}
}

/** Saves the picture as it stands, in the theme and language on screen. */
export async function savePicture(svg: SVGSVGElement, name: string, format: 'svg' | 'png'): Promise<void> {
	downloadBlob(`${fileName(name)}.${format}`, format === 'svg' ? svgBlob(svg) : await pngBlob(svg));
}
