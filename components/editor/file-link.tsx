/** A file of the project: a link where the operator has said where the files are. */
export function FileLink({ path, at }: { path: string; at: string | undefined }) {
  if (!at) return <code>{path}</code>
  return (
    <a href={`${at.replace(/\/$/, '')}/${path}`} rel="noopener">
      {path}
    </a>
  )
}
