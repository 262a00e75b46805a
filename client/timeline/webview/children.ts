/** Brings the children of an element in line with what is wanted, without moving the focus. */

/** Makes `wanted` the children of `parent`. What holds the focus is never moved, since moving it would lose the focus. */
export function setChildren(parent: Element, wanted: readonly Element[]): void {
  const kept = new Set(wanted);
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
  const focused = document.activeElement;
  let next = parent.firstElementChild;
  for (const element of wanted) {
    while (next && next !== element && element.contains(focused)) {
      const after: Element | null = next.nextElementSibling;
      next.remove();
      next = after;
    }
    if (element === next) next = next.nextElementSibling;
    else parent.insertBefore(element, next);
  }
}
