import { useEffect, useState } from 'react';

/** The value once it has not changed for a moment: asks the program once, not at every key. `delay` in milliseconds. */
export function useSettled<T>(value: T, delay = 300): T {
  const key = JSON.stringify(value);
  const [settled, setSettled] = useState(key);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(key), delay);
    return () => clearTimeout(timer);
  }, [key, delay]);
  return JSON.parse(settled) as T;
}
