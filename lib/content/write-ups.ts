export const listWrittenUp = (): string[] => []
