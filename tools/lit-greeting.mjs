/** Whether a console message is the one with which Lit's development build, loaded by tests and stories, says hello. */
export const isLitGreeting = (message) =>
  String(message).startsWith('Lit is in dev mode. Not recommended for production!');
