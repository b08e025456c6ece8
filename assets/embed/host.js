// The bridge between a page for a frame and the page around it.
