// Theme and language before the first paint: the page's policy allows no inline script.
(function () {
	var root = document.documentElement;
	// A host that sends no headers cannot forbid other sites to frame this page and lead clicks into it: stay blank.
	if (window.top !== window.self) {
		root.style.setProperty('display', 'none', 'important');
		window.stop();
		return;
	}
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
