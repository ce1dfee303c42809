// `?origin=http://HOST:PORT`: the same site on another port (granted, since match patterns pass over ports),
// or a host the extension has no permission for.
const origin = new URL(new URLSearchParams(location.search).get('origin') ?? location.origin).origin;
document.querySelector('iframe').src = `${origin}/frames/list.html`;
