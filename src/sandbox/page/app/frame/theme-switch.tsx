import { useEffect, useState } from 'react'
import { useWords } from '../words.ts'

const themes = ['system', 'light', 'dark'] as const
type Theme = (typeof themes)[number]

/** Light, dark, or as the system has it; remembered by the browser. */
export function ThemeSwitch() {
  const { say } = useWords()
  const [theme, setTheme] = useState<Theme>(() => themeOf(localStorage.getItem('theme')))
  useEffect(() => {
    localStorage.setItem('theme', theme)
    const isDark = matchMedia('(prefers-color-scheme: dark)')
    const paint = () => {
      const shown = theme === 'system' ? (isDark.matches ? 'dark' : 'light') : theme
      document.documentElement.dataset['theme'] = shown
    }
    paint()
    isDark.addEventListener('change', paint)
    return () => isDark.removeEventListener('change', paint)
  }, [theme])
  return (
    <label>
      <span className="visually-hidden">{say('theme')}</span>
      <select value={theme} onChange={(event) => setTheme(themeOf(event.target.value))}>
        {themes.map((name) => (
          <option key={name} value={name}>
            {say(`theme-${name}`)}
          </option>
        ))}
      </select>
    </label>
  )
}

const themeOf = (name: string | null): Theme => themes.find((theme) => theme === name) ?? 'system'
