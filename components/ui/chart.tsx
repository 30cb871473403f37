/** A chart made on the server, with what must be said of it. */
export function Chart({ svg, children }: { svg: string; children: React.ReactNode }) {
  return (
    <figure>
      <div dangerouslySetInnerHTML={{ __html: svg }} />
      <figcaption>{children}</figcaption>
    </figure>
  )
}
