/** The files that were saved in the test that runs, in their order. */
export const saved: File[] = [];

const { createObjectURL } = URL;
const { click } = HTMLAnchorElement.prototype;

beforeEach(() => {
  saved.splice(0);
  URL.createObjectURL = (file: File) => {
    saved.push(file);
    return createObjectURL(file);
  };
  // the browser of the tests would ask where to
  HTMLAnchorElement.prototype.click = () => undefined;
});

afterEach(() => {
  URL.createObjectURL = createObjectURL;
  HTMLAnchorElement.prototype.click = click;
});
