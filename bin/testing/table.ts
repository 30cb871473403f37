/** A table as an editor writes it: wider than a telephone, with links, stress and an empty head. */
export const TABLE = `| | Monday | Tuesday | Wednesday | Thursday | Hours |
|---|:---:|---|---|---|--:|
| Mornings | Filing | *Interviews* | Court | [Lawyers](/roles/lawyer) | eight |
| Evenings | A \\| B | Letters | Letters | Letters | two |`

const cells = (tag: string, names: readonly string[], scope = '') =>
  names
    .map((name, i) => {
      const align = ['', 'center', '', '', '', 'right'][i]
      const own = name === '' ? 'td' : tag
      return `<${own}${own === 'th' ? scope : ''}${align ? ` data-align="${align}"` : ''}>${name}</${own}>`
    })
    .join('')

/** The same as a page shows it. */
export const TABLE_HTML = `<div class="scroll" role="group" aria-label="Table: Monday, Tuesday, Wednesday, Thursday, Hours" tabindex="0"><table><thead><tr>${cells('th', ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Hours'], ' scope="col"')}</tr></thead><tbody><tr>${cells('td', ['Mornings', 'Filing', '<em>Interviews</em>', 'Court', '<a href="/roles/lawyer">Lawyers</a>', 'eight'])}</tr><tr>${cells('td', ['Evenings', 'A | B', 'Letters', 'Letters', 'Letters', 'two'])}</tr></tbody></table></div>`
