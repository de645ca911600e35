import { useEffect, useRef } from 'react'

/** Closer to the end than this, in pixels, a reader is at the end. */
const near = 40

/** Shows the end of a list, and goes on showing it when it grows, until the reader scrolls up. */
export function useStickyEnd() {
  const scroll = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = scroll.current
    if (!element) return undefined
    let [isAtEnd, top] = [true, 0]
    const note = () => {
      const isNear = element.scrollHeight - element.scrollTop - element.clientHeight < near
      if (isNear || element.scrollTop < top) isAtEnd = isNear
      top = element.scrollTop
    }
    const grown = new ResizeObserver(() => {
      if (isAtEnd) element.scrollTop = element.scrollHeight
    })
    element.addEventListener('scroll', note)
    for (const child of element.children) grown.observe(child)
    return () => {
      element.removeEventListener('scroll', note)
      grown.disconnect()
    }
  }, [])
  return scroll
}
