/** What a card is called on screen: a preset by the catalogue's name, any other by its own. Its id may be any word. */
export function cardName(
	names: Readonly<Record<string, string>>,
	card: { readonly id: string; readonly name: string }
): string {
	return (Object.hasOwn(names, card.id) && names[card.id]) || card.name || card.id;
}
