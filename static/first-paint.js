// Theme and language before the first paint: the page's policy allows no inline script.
(function () {
	var root = document.documentElement;
	try {
		var theme = localStorage.getItem('drawdown.theme');
		if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
		var language = localStorage.getItem('drawdown.language');
		if (!language) language = /^fr\b/i.test(navigator.language) ? 'fr-CA' : 'en';
		root.lang = language;
	} catch {
		// Storage refused: the defaults stand.
	}
})();
