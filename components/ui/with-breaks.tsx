import { Fragment } from 'react'

/** Text with the line ends that it was typed with. */
export function WithBreaks({ text }: { text: string }) {
  return text.split('\n').map((line, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and stay where they are
    <Fragment key={n}>
      {n > 0 ? <br /> : null}
      {line}
    </Fragment>
  ))
}
