import { isLitGreeting } from '../tools/lit-greeting.mjs';

/** Listens to the console's errors and warnings; each call of the result takes those since the call before. */
export function recordConsoleProblems(): () => readonly string[] {
  const problems: string[] = [];
  for (const level of ['error', 'warn'] as const) {
    const write = console[level].bind(console);
    console[level] = (...message: unknown[]) => {
      if (!isLitGreeting(message[0])) problems.push(`console.${level}: ${message.map(String).join(' ')}`);
      write(...message);
    };
  }
  return () => problems.splice(0);
}
