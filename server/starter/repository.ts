/** Where this project is published: the one place that says so, for what points to its action and its hooks. */

/** Owner and name on GitHub. */
export const REPOSITORY = 'security-initiatives/security-initiatives';

/** Address of the repository. */
export const REPOSITORY_URL = `https://github.com/${REPOSITORY}`;
