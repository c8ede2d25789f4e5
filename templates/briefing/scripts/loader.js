(() => {
  const home = document.currentScript.dataset.home;
  for (const name of ["search", "table", "reading"]) {
    const script = document.createElement("script");
    script.src = new URL(`scripts/${name}.js`, new URL(home, document.baseURI)).href;
    document.head.append(script);
  }
})();
