// Where a browser's driver cannot do what a test needs (Firefox: media emulation; WebKitGTK: that, the size of the
// viewport, and held keys), the test skips there and says why.

/** Chromium: the driver can do everything. */
export const isChromium = /Chrome\//.test(navigator.userAgent);

/** Firefox: the driver emulates no media features. */
export const isFirefox = /Firefox\//.test(navigator.userAgent);

/** WebKit: the driver emulates no media features, sets no viewport and holds no key down. */
export const isWebKit = /AppleWebKit\//.test(navigator.userAgent) && !isChromium;
