/** Annotates the selected passage with a category; null where no text is open. */
let code: ((categoryId: string) => void) | null = null;

export function holdCoder(next: ((categoryId: string) => void) | null): void {
  code = next;
}

export function codeSelection(categoryId: string): void {
  code?.(categoryId);
}
