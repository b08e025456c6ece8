### lang: en
### direction: ltr

## The page before anything moves

page-title = Whereabouts
page-lead = Who can ask where your phone is when you roam, and where a filter would stop them.

## When something fails

failed-title = This page has stopped
failed-load = Part of the page could not be fetched. The text below says the same in words.
failed-panic = The animation ran into a mistake of its own. The text below says the same in words.
failed-reload = Load the page again
noscript = The animation needs JavaScript and WebAssembly. The text below says the same in words.
