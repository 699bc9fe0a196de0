/** English words of a panel's frame, loaded with it. */
export const customersPanel = {
  close: 'Close',
};
