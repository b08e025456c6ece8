### lang: en
### direction: ltr

## In somebody’s own page

embed-open = Embed
embed-title = Put this into your own page
embed-form = As
embed-form-frame = a frame (works nearly everywhere)
embed-form-element = an element (where you may use scripts)
embed-form-link = a link to this page
embed-form-present = a link for a projector
embed-start = Begins
embed-start-here = at this moment, with these filters
embed-start-beginning = at the beginning
embed-panels = Below the picture it shows
embed-panel-filters = the filters
embed-panel-messages = the messages
embed-panel-ledger = who knows what
embed-panel-chart = the sequence chart
embed-locks = Your readers cannot change
embed-lock-filters = the filters
embed-lock-speed = the speed
embed-lock-depth = plain words or engineer
embed-lock-lanes = one run or two
embed-lock-chapter = the chapter
embed-code = The code to copy
embed-note-frame = The frame never grows by itself. What does not fit into it is scrolled to; change the height as you like.
embed-note-element = The element is as high as what it shows, and tells your page what happens in it.
embed-note-link = It leads to this moment, with these filters.
embed-note-present = Large letters, and the keys of a clicker: Page Down goes a step forward, “b” and “.” make the screen dark.
embed-copy = Copy the code
embed-copied = Copied
embed-preview = How it will look
embed-whole = The whole page, with its text and sources
