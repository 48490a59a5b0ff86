"""How far is it to an answer? Clicks, keys, pages and screens, counted in a real browser on a built site."""
