export const resetMessages = {} as const;
