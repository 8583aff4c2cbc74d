/**
 * Changes of the database that SQL alone cannot make; those that it can stand in {@code
 * src/main/resources/db}. A migration that has been in a release is never changed.
 */
@org.jspecify.annotations.NullMarked
package org.practicewatch.jobs.migration;
