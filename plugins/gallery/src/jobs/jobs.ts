/** The durable work of the plugin. */
export const galleryJobs = {};
