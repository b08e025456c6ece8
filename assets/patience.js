// A page is shown once its picture is whole, so that nothing is seen to move about (`expect` in index.html). Where
// the network dies before that, a browser would wait for ever: what has come is shown.
setTimeout(() => document.querySelector("link[rel=expect]")?.remove(), 4000);
