// French sets no-break spaces before : ; ? % and inside guillemets.
/* eslint no-irregular-whitespace: ["error", { "skipStrings": true, "skipTemplates": true }] */
import type en from './correction.en';

export default {
	head: (file) => `Dites comment « ${file} » doit être lu.`,
	lead: 'Ce qui a été lu avant compte tant que vous n’avez pas confirmé la nouvelle lecture.',
	ready: (file) => `« ${file} » est lu à neuf.`,
	instead: (now, before, out, outBefore) =>
		`${now} interactions, ${out} lignes laissées de côté ; jusqu’ici ${before}, et ${outBefore} laissées de côté. Rien ne change avant votre décision.`,
	action: 'Remplacer ce qui a été lu avant',
	keep: 'Le garder comme il était',
	done: 'Il a pris la place de ce qui en avait été lu avant, gardé jusqu’à la fermeture de l’application pour que vous puissiez annuler.',
	kept: (file) => `« ${file} » reste tel qu’il a été lu avant`,
	keptText: 'Rien n’a changé.',
	undone: (file) => `« ${file} » compte de nouveau tel qu’il a été lu avant`,
	undoneText: 'La nouvelle lecture a été retirée.',
	undoneProfile: 'Les fichiers aux mêmes colonnes sont lus comme avant, eux aussi.'
} satisfies typeof en;
