/** The empty page; its script draws the rest. */
export const index = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Baton – a Slack to try it in</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/page/style.css" />
  </head>
  <body>
    <div id="page"></div>
    <script src="/page/app.js"></script>
  </body>
</html>
`
