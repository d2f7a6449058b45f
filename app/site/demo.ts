/** The class by which a made-up figure is known on a page. */
export const demoTagClass = "demo-tag";
