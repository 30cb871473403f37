type Props = { trouble: readonly { task: string; waiting: number; lastError: string }[] }

const WHAT: Record<string, string> = {
  mail: 'Mails are not getting through',
  sweep: 'Last days and reminders are not being worked off',
}

/** Says to those who run the site that the queue cannot do its work. */
export function QueueTrouble({ trouble }: Props) {
  return trouble.map(({ task, waiting, lastError }) => (
    <p className="summary" key={task}>
      <strong>{WHAT[task] ?? `The queue cannot do “${task}”`}:</strong> {waiting} waiting, last error “{lastError}”.
    </p>
  ))
}
