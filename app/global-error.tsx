'use client'

import './globals.css'

export default function GlobalError() {
  return (
    <html lang="en">
      <head>
        <title>Out of order | Rolebook</title>
      </head>
      <body>
        <main className="wrap">
          <section className="ask">
            <h1>This page is out of order</h1>
            <p className="stand">
              Something on our side does not answer. Nothing is lost; try again in a minute. Pages you have seen before
              may still open: <a href="/">start again</a>.
            </p>
          </section>
        </main>
      </body>
    </html>
  )
}
